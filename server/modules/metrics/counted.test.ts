import { newId } from '../../kernel/ids.ts'
import { beforeEach, expect, test } from 'vitest'
import { db } from '../../testing/database.ts'
import { holdActivity, postEntry, recordedAt } from '../../testing/record.ts'
import { noon, plant, plantMember } from '../../testing/world.ts'
import type { Organization, Person, World } from '../../testing/world.ts'
import { showFrequency } from '../meetings/views/frequency.ts'
import { excuses, posts } from '../members/table.ts'
import { tallyOf } from '../requirements/index.ts'
import { ruleValues } from '../rules/table.ts'
import { showRows, showValues } from './views.ts'

const year = { from: '2026-01-01', to: '2026-12-31' }
const at = recordedAt

let world: World
beforeEach(async () => {
  world = await plant(db)
})

async function valueOf(person: Person, metric: string, { id: organizationId }: Organization) {
  const { rows } = await showValues(person, { organizationId, ...year, metrics: [metric] })
  return rows[0]?.value
}

async function namesOf(person: Person, metric: string, { id: organizationId }: Organization) {
  const { rows } = await showRows(person, {
    organizationId,
    ...year,
    metric,
    search: '',
    page: 1,
    size: 200,
  })
  return rows.map(({ cells }) => cells[0])
}

test('[S4-04] admissions and confirmations come from the dates in the period', async () => {
  const { east, organizer } = world
  const admitted = { stage: 'probationary', confirmedOn: null } as const
  await plantMember(db, east, { ...admitted, name: '孙云帆', joinedOn: '2026-03-01' })
  await plantMember(db, east, { ...admitted, name: '去年的', joinedOn: '2025-12-31' })
  await plantMember(db, east, {
    name: '何明月',
    joinedOn: '2025-02-01',
    confirmedOn: '2026-02-01',
  })
  await plantMember(db, east, { ...admitted, name: '将来的', joinedOn: '2026-11-01' })

  expect(await valueOf(organizer, 'members.admitted', world.county)).toBe(1)
  expect(await namesOf(organizer, 'members.admitted', world.county)).toEqual(['孙云帆'])
  expect(await namesOf(organizer, 'members.confirmed', world.county)).toEqual(['何明月'])
})

test('[S0-09] coverage is trained over those who should be, by cohort and organisation, down to the names', async () => {
  const { east, west, county, organizer, unitId } = { ...world, unitId: world.county.unitId }
  const trained = await plantMember(db, west, { name: '孙云帆', floatingSince: '2026-01-01' })
  const untrained = await plantMember(db, west, { name: '何明月', floatingSince: '2026-01-01' })
  const frail = await plantMember(db, west, { name: '朱长亭', floatingSince: '2026-01-01' })
  await postEntry(west, trained, 60)
  const excuse = {
    reason: 'frail',
    from: '2026-01-01',
    approvedBy: '县委',
    byId: newId(),
    at,
  } as const
  await db.insert(excuses).values({ unitId, memberId: frail, ...excuse })

  expect(await valueOf(organizer, 'training.floatingCoverage', county)).toBe(1 / 2)
  expect(await valueOf(organizer, 'training.floatingCoverage', east)).toBeNull()
  expect(await valueOf(organizer, 'training.allCoverage', west)).toBe(1 / 2)
  expect(await namesOf(organizer, 'training.floatingCoverage', county)).toEqual([
    '何明月',
    '孙云帆',
  ])
  expect(untrained).toBeTruthy()
})

test('[S2-06] training is told in person-times and in distinct persons, by category and period', async () => {
  const { east, county, organizer } = world
  const secretary = await plantMember(db, east, { name: '孙云帆' })
  const { unitId } = county
  const term = { post: 'secretary', from: '2025-01-01', byId: newId() } as const
  await db.insert(posts).values({ unitId, memberId: secretary, organizationId: east.id, ...term })
  await postEntry(east, secretary, 60)
  await postEntry(east, secretary, 60)
  await postEntry(east, secretary, 60, { day: '2025-05-10', year: 2025 })

  expect(await valueOf(organizer, 'training.secretariesPersonTimes', county)).toBe(2)
  expect(await valueOf(organizer, 'training.secretariesPersons', county)).toBe(1)
  expect(await valueOf(organizer, 'training.firstSecretariesPersonTimes', county)).toBe(0)
})

test('an entry that was taken back counts no more, and its reversal counts as nothing', async () => {
  const { east, organizer } = world
  const memberId = await plantMember(db, east)
  const id = await postEntry(east, memberId, 120)
  await postEntry(east, memberId, -120, { reversesId: id })

  expect(await valueOf(organizer, 'hours.total', east)).toBe(0)
  expect(await valueOf(organizer, 'training.allPersonTimes', east)).toBe(0)
  expect(await valueOf(organizer, 'training.allPersons', east)).toBe(0)
})

test('a branch that asks for more hours than the nation is measured by its own rule', async () => {
  const { east, west, organizer } = world
  for (const branch of [east, west]) await postEntry(branch, await plantMember(db, branch), 1920)
  const own = {
    key: 'hours.member.year',
    organizationId: east.id,
    value: 2400,
    clause: '支部决议',
  }
  await db.insert(ruleValues).values({ ...own, from: '2026-01-01', byId: newId(), at })

  expect(await valueOf(organizer, 'hours.met', west)).toBe(1)
  expect(await valueOf(organizer, 'hours.met', east)).toBe(0)
  expect(await valueOf(organizer, 'hours.met', world.county)).toBe(1)
})

test.each(['themeDay', 'memberMeeting', 'committeeMeeting', 'lecture'] as const)(
  'the frequency of %s is what the frequency board says',
  async (kind) => {
    const { east, county, organizer } = world
    for (const month of ['2026-01', '2026-02', '2026-04', '2026-06'])
      await holdActivity(east, month, [], { kind })

    const asked = { organizationId: county.id, year: 2026, kind, onlyMissing: true }
    const board = await showFrequency(organizer, { ...asked, page: 1, size: 50 })
    expect(await namesOf(organizer, `frequency.${kind}Missed`, county)).toEqual(
      board.rows.map(({ organizationName }) => organizationName),
    )
  },
)

test('what is owed and met is what the requirements board says', async () => {
  const { east, west, county, organizer } = world
  await postEntry(east, await plantMember(db, east), 1920)
  await postEntry(west, await plantMember(db, west, { arrivedOn: '2026-03-10' }), 600)

  const { people, counts } = await tallyOf(db, { path: county.path, year: 2026, now: noon })
  const numbers = ['due', 'met', 'short'].map((id) => valueOf(organizer, `hours.${id}`, county))
  const { met, excused } = counts
  expect(await Promise.all(numbers)).toEqual([people - excused, met, people - excused - met])
  expect(met).toBe(1)
})

test('a branch met the frequency when every month that is over had its theme day', async () => {
  const { east, west, county, organizer } = world
  for (const month of ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'])
    await holdActivity(east, month, [])
  await holdActivity(west, '2026-01', [])

  expect(await valueOf(organizer, 'frequency.themeDayShare', county)).toBe(1 / 2)
  expect(await namesOf(organizer, 'frequency.themeDayMissed', county)).toEqual(['西支部'])
})
