import { and, asc, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { db } from '../../../testing/database.ts'
import { expectRefusal } from '../../../testing/expect.ts'
import { lineOf } from '../../../testing/roll-lines.ts'
import { beginImport, drainImports, rollOf } from '../../../testing/rolls.ts'
import { noon, plant } from '../../../testing/world.ts'
import type { World } from '../../../testing/world.ts'
import { hourEntries } from '../../ledgers/table.ts'
import { change } from '../../members/acts/change.ts'
import { affiliations, members } from '../../members/table.ts'
import { organizationCounts } from '../../organizations/table.ts'
import { listRows } from '../views/rows.ts'
import { showImport } from '../views/show.ts'
import { commit } from './commit.ts'
import { undo } from './undo.ts'

let world: World
beforeEach(async () => {
  world = await plant(db)
})

type Key = { unitId: string; importId: string }
const start = (...lines: string[][]) => beginImport(world.organizer, world.county, rollOf(lines))
const write = async (key: Key, choice: Partial<Parameters<typeof commit>[1]> = {}) => {
  await commit(world.organizer, { ...key, duplicates: 'skip', likely: 'skip', ...choice })
  await drainImports(world.organizer)
}
const takeBack = async (key: Key) => {
  await undo(world.organizer, key)
  await drainImports(world.organizer)
}
const stateOf = (key: Key) => showImport(world.organizer, key)
const imported = () =>
  db
    .select()
    .from(members)
    .where(and(eq(members.unitId, world.county.id), eq(members.phoneIndex, members.phoneIndex)))
    .orderBy(asc(members.bornOn))
const onRoll = async () => (await imported()).filter(({ leftOn }) => leftOn === null)
const countAt = async (id: string) =>
  (await db.select().from(organizationCounts).where(eq(organizationCounts.id, id)))[0]?.members

test('somebody who has left the roll since the rows were checked is a new member, not one that was changed', async () => {
  const first = await start(lineOf(1, '东支部'), lineOf(2, '东支部'))
  await write(first)
  const second = await start(lineOf(1, '东支部'), lineOf(2, '东支部'))
  expect((await stateOf(second)).counts).toMatchObject({ duplicate: 2 })
  await takeBack(first)
  expect(await onRoll()).toHaveLength(0)

  await write(second, { duplicates: 'overwrite' })
  expect((await stateOf(second)).counts).toMatchObject({ added: 2, updated: 0 })
  expect(await onRoll()).toHaveLength(2)
})

describe('somebody who is on the roll already', () => {
  test('is shown beside the row, and skipped when that is chosen', async () => {
    await write(await start(lineOf(1, '东支部')))
    const key = await start(lineOf(1, '西支部'), lineOf(2, '西支部'))

    expect((await stateOf(key)).counts).toMatchObject({ good: 1, duplicate: 1 })
    const { rows } = await listRows(world.organizer, {
      ...key,
      show: 'duplicate',
      page: 1,
      size: 9,
    })
    expect(rows[0]?.duplicate).toMatchObject({ how: 'sameId', organizationName: '东支部' })
    await write(key)
    expect((await stateOf(key)).counts).toMatchObject({ added: 1, updated: 0, skipped: 1 })
    expect((await imported()).map(({ organizationId }) => organizationId)).toStrictEqual([
      world.east.id,
      world.west.id,
    ])
  })

  test('is overwritten with what the file holds, branch and counts included, when that is chosen', async () => {
    await write(await start(lineOf(1, '东支部')))
    const [before] = await countsOf()
    const key = await start(lineOf(1, '西支部', { 工作岗位: '退休', 学历: '博士' }))
    await write(key, { duplicates: 'overwrite' })

    expect(await imported()).toMatchObject([
      { organizationId: world.west.id, education: '11', employment: 'retired', version: 1 },
    ])
    expect(await countsOf()).toStrictEqual([(before ?? 0) - 1, expect.any(Number)])
    const [member] = await imported()
    const belonged = await db
      .select()
      .from(affiliations)
      .where(eq(affiliations.memberId, member?.id ?? ''))
      .orderBy(asc(affiliations.from))
    expect(belonged).toMatchObject([
      { organizationId: world.east.id, until: '2026-06-01' },
      { organizationId: world.west.id, until: null },
    ])
  })

  test('with another number but the same name and birth is a suspicion, decided by hand', async () => {
    const one = lineOf(1, '东支部')
    const alike = lineOf(91, '东支部', { 姓名: one[0] ?? '' })
    await write(await start(one))
    const key = await start(alike)

    expect((await stateOf(key)).counts).toMatchObject({ good: 0, likely: 1 })
    await expectRefusal(write(key), 'imports.nothing')
    await write(key, { likely: 'add' })
    expect(await imported()).toHaveLength(2)
  })
})

describe('somebody who came in between, or is somewhere else', () => {
  test('since the rows were checked is not added a second time', async () => {
    const early = await start(lineOf(1, '东支部'), lineOf(2, '东支部'))
    await write(await start(lineOf(1, '东支部')))
    await write(early)

    expect((await stateOf(early)).counts).toMatchObject({ added: 1, skipped: 1 })
    expect(await imported()).toHaveLength(2)
  })

  test('outside the reach is refused without a word about who it is', async () => {
    await write(await start(lineOf(1, '西支部')))
    const key = await beginImport(world.secretary, world.east, rollOf([lineOf(1, '东支部')]))

    const { rows } = await listRows(world.secretary, { ...key, show: 'wrong', page: 1, size: 9 })
    expect(rows[0]).toMatchObject({
      duplicate: null,
      faults: [{ message: '名册里已有这个身份证号' }],
    })
  })
})

describe('taking an import back', () => {
  test('removes whom it added and restores whom it changed', async () => {
    await write(await start(lineOf(1, '东支部')))
    const before = await imported()
    const counts = await countsOf()
    const key = await start(lineOf(1, '西支部', { 学历: '博士' }), lineOf(2, '西支部'))
    await write(key, { duplicates: 'overwrite' })
    await takeBack(key)

    expect(await stateOf(key)).toMatchObject({ phase: 'undone', counts: { undone: 2, kept: 0 } })
    const after = await imported()
    expect(after[0]).toStrictEqual({ ...before[0], version: 2 })
    expect(after[1]).toMatchObject({ leftBecause: 'importUndone', leftOn: '2026-06-01' })
    expect(await countsOf()).toStrictEqual(counts)
    await write(await start(lineOf(2, '西支部')))
    expect(await imported()).toHaveLength(3)
  })

  test('leaves alone and lists those with hours and those changed since', async () => {
    await write(await start(lineOf(1, '东支部')))
    const key = await start(
      lineOf(1, '东支部', { 学历: '博士' }),
      lineOf(2, '东支部'),
      lineOf(3, '东支部'),
    )
    await write(key, { duplicates: 'overwrite' })
    const [changed, studied] = await imported()
    await postHour(studied?.id ?? '')
    await change(world.organizer, {
      unitId: key.unitId,
      memberId: changed?.id ?? '',
      version: 1,
      facts: { occupation: '教师' },
    })
    await takeBack(key)

    expect((await stateOf(key)).counts).toMatchObject({ undone: 1, kept: 2 })
    const { rows } = await listRows(world.organizer, { ...key, show: 'kept', page: 1, size: 9 })
    expect(rows.map(({ faults }) => faults[0]?.message)).toStrictEqual([
      '导入之后又改过，保留现在的内容',
      '已有学时，保留在名册',
    ])
    expect((await imported()).map(({ leftOn }) => leftOn)).toStrictEqual([null, null, '2026-06-01'])
  })

  test('is done once, and not after thirty days', async () => {
    const key = await start(lineOf(1, '东支部'))
    await write(key)
    const later = { ...world.organizer, now: () => new Date('2026-07-02T12:00:00Z') }
    await expectRefusal(undo(later, key), 'imports.undoLate')

    await takeBack(key)
    await expectRefusal(undo(world.organizer, key), 'imports.notChecked')
  })
})

async function countsOf() {
  return [await countAt(world.east.id), await countAt(world.west.id)]
}

async function postHour(memberId: string): Promise<void> {
  await db.insert(hourEntries).values({
    unitId: world.county.id,
    memberId,
    ledger: 'member',
    organizationId: world.east.id,
    day: '2026-05-20',
    year: 2026,
    minutes: 60,
    source: 'meeting',
    sourceId: newId(),
    title: '党员大会',
    isCentralized: true,
    ruleKey: 'hours.minutesPerHour',
    ruleFrom: '2019-05-06',
    key: newId(),
    postedBy: newId(),
    at: noon,
  })
}
