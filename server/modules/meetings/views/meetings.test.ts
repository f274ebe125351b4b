import { beforeEach, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal } from '../../../testing/expect.ts'
import { holdActivity } from '../../../testing/record.ts'
import { finished, planned } from '../../../testing/theme-day.ts'
import { plant, plantActivity, plantCaller, plantOrganization } from '../../../testing/world.ts'
import type { World } from '../../../testing/world.ts'
import { close } from '../../activities/acts/close.ts'
import { closures } from '../../activities/table.ts'
import { posts } from '../../members/table.ts'
import { showFrequency } from './frequency.ts'
import { listMeetings } from './list.ts'
import { listRegularity, showRegularity } from './regularity.ts'
import { showMonth } from './month.ts'

let world: World
beforeEach(async () => {
  world = await plant(db)
})

const page = { page: 1, size: 50 }
const all = { kinds: [], states: [], text: '', onlyLate: false, ...page }
const year = { year: 2026, kind: 'themeDay', onlyMissing: false, ...page } as const

test('[S0-29] a branch sees what it owes this month with the clause, until it is held', async () => {
  const organizationId = world.east.id
  const before = await showMonth(world.secretary, { organizationId })
  const owed = Object.fromEntries(before.owed.map(({ kind, cell }) => [kind, cell.state]))
  expect(owed).toEqual({ themeDay: 'open', memberMeeting: 'open', lecture: 'open' })
  expect(before.owed[0]?.clause).toContain('第十六条')
  expect(before.owed.every(({ suggestedAt }) => suggestedAt !== null)).toBe(true)

  const key = await planned(world.secretary, organizationId)
  await close(world.secretary, await finished(world.secretary, key))

  const after = await showMonth(world.secretary, { organizationId })
  expect(after.owed.find(({ kind }) => kind === 'themeDay')).toMatchObject({
    cell: { state: 'kept', held: 1 },
    suggestedAt: null,
  })
  expect(after.meetings).toMatchObject([{ state: 'closed', due: 2, present: 2 }])
})

test('a branch with a committee and groups owes their meetings too, each group its own', async () => {
  const group = await plantOrganization(db, world.east, '第一党小组', { kind: 'group' })
  for (const post of ['secretary', 'organizationOfficer', 'disciplineOfficer'] as const) {
    const { actor } = await plantCaller(db, world.east)
    const { unitId, id: organizationId } = world.east
    const sits = { unitId, memberId: actor.personId, organizationId, post }
    await db.insert(posts).values({ ...sits, from: '2025-01-01', byId: newId() })
  }
  const { owed } = await showMonth(world.secretary, { organizationId: world.east.id })
  expect(owed.map(({ kind, groupId }) => [kind, groupId])).toEqual([
    ['themeDay', null],
    ['memberMeeting', null],
    ['committeeMeeting', null],
    ['groupMeeting', group.id],
    ['lecture', null],
  ])
})

test('[S0-30] the ledger of organisational life is found again by state, month, word and lateness', async () => {
  await plantActivity(db, world.east, {
    title: '清明祭扫',
    month: '2026-04',
    startsAt: new Date('2026-04-03T01:00:00Z'),
  })
  await plantActivity(db, world.east, {
    startsAt: new Date('2026-06-20T01:00:00Z'),
    calledAt: new Date('2026-06-01T01:00:00Z'),
  })
  await plantActivity(db, world.west, { cancelledAt: new Date('2026-06-01T01:00:00Z') })
  await holdActivity(world.west, '2026-05', [])
  const organizationId = world.county.id
  const states = async (changes: object) =>
    (await listMeetings(world.organizer, { ...all, organizationId, ...changes })).rows.map(
      ({ state }) => state,
    )

  expect(await states({})).toEqual(['called', 'cancelled', 'closed', 'begun'])
  expect(await states({ states: ['closed', 'begun'] })).toEqual(['closed', 'begun'])
  expect(await states({ states: ['planned'] })).toEqual([])
  expect(await states({ text: '清明' })).toEqual(['begun'])
  expect(await states({ from: '2026-05', until: '2026-05' })).toEqual(['closed'])
  expect(await states({ onlyLate: true })).toEqual([])
  expect(await states({ organizationId: world.east.id })).toEqual(['called', 'begun'])
})

test('[S3-58] a committee sees which of its branches kept each month, and who did not', async () => {
  for (const month of ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'])
    await holdActivity(world.east, month, [])
  await holdActivity(world.west, '2026-03', [])

  const organizationId = world.county.id
  const board = await showFrequency(world.organizer, { ...year, organizationId })
  expect(board).toMatchObject({ isBranch: false, total: 2, kept: 6, over: 9, lacking: 1 })
  // May may still be made up in June.
  expect(board.periods.map((period) => period.lacking)).toEqual([1, 1, 0, 1])
  const west = board.rows.find((row) => row.organizationId === world.west.id)
  expect(west?.cells.map(({ state }) => state)).toEqual([
    'missing',
    'missing',
    'kept',
    'missing',
    'makeUp',
    'open',
    ...Array.from({ length: 6 }, () => 'ahead'),
  ])
  const lacking = await showFrequency(world.organizer, {
    ...year,
    organizationId,
    onlyMissing: true,
  })
  expect(lacking.rows.map((row) => row.organizationId)).toEqual([world.west.id])
})

test('[S0-48] [S4-52] records of many months closed on one day are pointed out', async () => {
  for (const month of ['2026-01', '2026-02', '2026-03']) await holdActivity(world.east, month, [])
  const organizationId = world.east.id
  const { rows } = await showFrequency(world.secretary, { ...year, organizationId })
  const themeDay = rows.find(({ kind }) => kind === 'themeDay')
  expect(themeDay?.cells.slice(0, 3).map(({ remarks }) => remarks)).toEqual(
    Array.from({ length: 3 }, () => ['1 次与其他记录同日集中补录']),
  )
})

test('[S0-48] [S4-52] [S4-54] a branch that writes up in a heap and always the same way stands first, and its figure opens to its records', async () => {
  for (const month of ['2026-01', '2026-02', '2026-03']) await holdActivity(world.east, month, [])
  const key = await plantActivity(db, world.west, {
    month: '2026-05',
    startsAt: new Date('2026-05-20T01:00:00Z'),
    createdAt: new Date('2026-05-10T01:00:00Z'),
    method: 'field',
  })
  await db.insert(closures).values({
    ...key,
    closedAt: new Date('2026-05-21T01:00:00Z'),
    closedBy: newId(),
    closedByName: '书记',
    isLate: false,
    postedMinutes: 0,
  })
  const asked = {
    organizationId: world.county.id,
    year: 2026,
    sort: 'index' as const,
    page: 1,
    size: 20,
  }
  const board = await showRegularity(world.organizer, asked)
  expect(board).toMatchObject({ total: 2, held: 4, marked: 3, diversity: 0 })
  const east = board.rows.find((row) => row.organizationId === world.east.id)
  expect(east).toMatchObject({ held: 3, bulk: 3, backDated: 3 })
  const { rows } = await listRegularity(world.secretary, {
    ...asked,
    organizationId: world.east.id,
  })
  expect(rows).toHaveLength(3)
  expect(rows[0]?.remarks.some((remark) => remark.endsWith('一天关闭了 3 条旧记录'))).toBe(true)
  const west = await listRegularity(world.organizer, { ...asked, organizationId: world.west.id })
  expect(west.rows).toMatchObject([{ method: 'field', remarks: [] }])
})

test("a neighbour's board and list do not exist", async () => {
  const organizationId = world.west.id
  await expectRefusal(showMonth(world.secretary, { organizationId }), 'organizations.unknown')
  const asked = { organizationId, year: 2026, page: 1, size: 20 }
  await expectRefusal(
    showRegularity(world.secretary, { ...asked, sort: 'index' }),
    'organizations.unknown',
  )
  await expectRefusal(listRegularity(world.secretary, asked), 'organizations.unknown')
  await expectRefusal(
    listMeetings(world.secretary, { ...all, organizationId }),
    'organizations.unknown',
  )
  await expectRefusal(
    showFrequency(world.secretary, { ...year, organizationId }),
    'organizations.unknown',
  )
})
