import { inTransaction } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { attendances, closures } from '../modules/activities/table.ts'
import { postHours } from '../modules/ledgers/index.ts'
import { decide, submit } from '../modules/plans/acts/approve.ts'
import { draft } from '../modules/plans/acts/draft.ts'
import { saveItem } from '../modules/plans/acts/items.ts'
import { save } from '../modules/plans/acts/save.ts'
import { show } from '../modules/plans/views/show.ts'
import { db } from './database.ts'
import { plant, plantActivity, plantCaller, plantOrganization } from './world.ts'
import type { Organization, Person } from './world.ts'

export const goal = {
  id: newId(),
  text: '掌握一门种植技术',
  measure: '田间考核',
  target: '八成合格',
}
export const noon = new Date('2026-06-01T04:00:00Z')

export function itemOf(changes: object = {}) {
  return {
    title: '大棚种植培训',
    type: 'technology' as const,
    mode: 'practice' as const,
    heading: 'ruralFarming' as const,
    audience: { cohorts: ['rural' as const] },
    from: '2026-04-01',
    until: '2026-10-31',
    sessions: 2,
    persons: 20,
    minutes: 240,
    place: '示范大棚',
    goalId: goal.id,
    projectId: null,
    problemIds: [],
    parts: [],
    effect: '会管理大棚',
    measure: '田间考核',
    targetShare: 80,
    ...changes,
  }
}

type Begin = {
  by?: Person
  organization?: Organization
  topics?: unknown[]
  curricula?: ('rural' | 'organ')[]
}
type Key = { unitId: string; planId: string }

export function study(person: Person, heading: string, minutes: number) {
  const { unitId, personId: memberId } = person.actor
  const rule = { ruleKey: 'hours.convert.branch_study.half_day', ruleFrom: '2019-01-01' }
  const facts = { source: 'study', title: '专题学习', isCentralized: true, heading } as const
  const sourceId = newId()
  const by = { postedBy: newId(), at: noon, sourceId, key: sourceId, day: '2026-05-10' }
  return inTransaction(db, (tx) =>
    postHours(tx, [{ unitId, memberId, minutes, ...facts, ...rule, ...by }]),
  )
}

/** A county with a village in it, and what tests of its plans do all the time. */
export async function plantPlanning() {
  const world = await plant(db)
  const village = await plantOrganization(db, world.county, '河湾村支部', { sector: 'village' })
  const villager = await plantCaller(db, village, { name: '李禾', office: 'secretary' })

  async function begin({
    by = world.organizer,
    organization = world.county,
    topics,
    curricula = [],
  }: Begin = {}) {
    const planId = newId()
    const years = { fromYear: 2026, untilYear: 2026 }
    const kind = organization === world.county ? ('annual' as const) : ('study' as const)
    const title = `${organization.name}2026年计划`
    const words = { organizationId: organization.id, kind, title, copyOf: null, curricula }
    await draft(by, { planId, ...words, ...years })
    const key = { unitId: organization.unitId, planId }
    const { topics: ready, projects, version } = await show(by, key)
    const facts = { title, expected: '', qualityTarget: 80, goals: [goal], problems: [], basis: [] }
    await save(by, {
      ...key,
      version,
      ...years,
      ...facts,
      projects,
      topics: (topics ?? ready) as never,
    })
    return key
  }

  async function add(key: Key, changes: object = {}, by: Person = world.organizer) {
    const itemId = newId()
    await saveItem(by, { ...key, itemId, version: null, ...itemOf(changes) })
    return itemId
  }

  async function approve(key: Key, by: Person = world.organizer) {
    const { version } = await show(by, key)
    await submit(by, { ...key, version })
    await decide(world.organizer, { ...key, step: 'approve', outcome: 'approve', reason: '' })
  }

  async function hold(changes: object, people: readonly Person[] = [villager]) {
    const endsAt = new Date('2026-05-10T05:00:00Z')
    const when = { startsAt: new Date('2026-05-10T01:00:00Z'), endsAt }
    const { unitId, activityId } = await plantActivity(db, village, { ...when, ...changes })
    const closed = { closedAt: endsAt, closedBy: newId(), closedByName: '书记' }
    await db
      .insert(closures)
      .values({ unitId, activityId, ...closed, isLate: false, postedMinutes: 0 })
    for (const { actor } of people) {
      const mark = { mark: 'present', way: 'rollCall', at: endsAt, byId: newId() } as const
      await db
        .insert(attendances)
        .values({ unitId, activityId, memberUnitId: unitId, memberId: actor.personId, ...mark })
    }
  }

  return { world, village, villager, begin, add, approve, hold }
}
