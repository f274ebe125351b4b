import { addDays, dayOf, yearOf } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import {
  studyFilings,
  studyGroups,
  studyObservations,
  studyObservers,
  studyPlans,
  studySeats,
} from '../modules/studyGroups/table.ts'
import { at, by, keepSittings, placeOf, sittingsOf, topics, yearsBack } from './study-sittings.ts'
import type { Group, Sitting } from './study-sittings.ts'
import { showcase } from './accounts.ts'
import type { DemoMember } from './people.ts'
import type { DemoBranch } from './population.ts'
import { insertAll } from './rows.ts'
import type { DemoOrganization, DemoTree } from './tree.ts'

type Scene = { readonly tx: Db; readonly now: Date }

const books = ['党章', '党员教育管理工作条例', '领导干部必读书目之一'] as const
const kinds = new Set(['committee', 'workCommittee', 'agencyCommittee', 'leadingGroup'])
const peopleMax = 7

/** A study group for each committee, five years of sittings, who observed them, and what lies ahead. */
export async function plantStudyGroups(
  { tx, now }: Scene,
  { county, organizations }: DemoTree,
  filled: readonly DemoBranch[],
): Promise<void> {
  const shown = showcase(filled)
  const groups = organizations
    .filter(({ kind }) => kinds.has(kind))
    .flatMap((home) => groupOf(home, { county, shown, filled, now }))
  if (groups.length === 0) return
  await keepGroups(tx, groups, now)
  await keepPapers(tx, groups, yearOf(dayOf(now)))
  const pool = filled
    .filter(({ branch }) => branch.sector === 'agency')
    .flatMap(({ officers }) => officers.get('secretary') ?? [])
  const secretary = shown.officers.get('secretary')
  const observers = [...(secretary ? [secretary] : []), ...pool].slice(0, 6)
  await insertAll(
    tx,
    studyObservers,
    observers.map((one) => ({
      ...by,
      at: now,
      id: newId(),
      unitId: county.unitId,
      toursMax: 8,
      organizationId: county.id,
      path: county.path,
      memberUnitId: county.unitId,
      memberId: one.id,
    })),
  )
  const sittings = groups.flatMap((group, order) => sittingsOf(group, order, now))
  await keepSittings(tx, sittings, now)
  const observed = sittings.flatMap((one) =>
    observationOf(one, groups.indexOf(one.group), { county, observers, now }),
  )
  if (observed.length > 0) await insertAll(tx, studyObservations, observed)
}

type Around = {
  readonly county: DemoOrganization
  readonly shown: DemoBranch
  readonly filled: readonly DemoBranch[]
  readonly now: Date
}

/** Its members are those who lead the branches below; the branch that visitors are shown sends its secretary. */
function groupOf(home: DemoOrganization, { shown, filled }: Around): Group[] {
  const below = filled.filter(({ branch }) => branch.path.startsWith(home.path))
  const first = below.includes(shown) ? [shown, ...below] : below
  const led = [...new Set(first)].flatMap(({ officers }) => officers.get('secretary') ?? [])
  const people = led.slice(0, peopleMax)
  if (people.length < 3) return []
  const ids = topics.map(() => newId())
  return [{ id: newId(), home, people, planId: ids, bookIds: books.map(() => newId()) }]
}

async function keepGroups(tx: Db, groups: readonly Group[], now: Date): Promise<void> {
  const year = yearOf(dayOf(now))
  const filedAt = at(`${String(year)}-01-15`, '10:00')
  await insertAll(
    tx,
    studyGroups,
    groups.map(({ id, home }) => ({
      ...by,
      at: filedAt,
      id,
      ...placeOf(home),
      name: `${home.name}理论学习中心组`,
    })),
  )
  await insertAll(
    tx,
    studySeats,
    groups.flatMap(({ id: groupId, home: { unitId }, people }) =>
      people.map((one, order) => ({
        id: newId(),
        unitId,
        groupId,
        memberUnitId: unitId,
        memberId: one.id,
        role: roleOf(order, people.length),
        from: `${String(year - yearsBack)}-01-01`,
      })),
    ),
  )
}

/** Most have a plan for the year and have sent it upwards in January. */
async function keepPapers(tx: Db, groups: readonly Group[], year: number): Promise<void> {
  const january = `${String(year)}-01-15`
  const filedAt = at(january, '10:00')
  const planned = groups.filter((_, order) => order % 6 !== 5)
  await insertAll(
    tx,
    studyPlans,
    planned.map((group) => ({
      ...by,
      at: filedAt,
      id: newId(),
      unitId: group.home.unitId,
      groupId: group.id,
      year,
      ...planOf(group),
      adoptedOn: january,
    })),
  )
  await insertAll(
    tx,
    studyFilings,
    planned.map((group, order) => ({
      ...by,
      at: filedAt,
      id: newId(),
      unitId: group.home.unitId,
      groupId: group.id,
      year,
      people: group.people.map(({ name }) => ({ name, role: '成员' })),
      plan: planOf(group),
      summary: '上一年集体研讨四次，专题调研两次，学用结合还要加强。',
      isLate: false,
      ...(order % 3 === 0 ? {} : { receivedAt: filedAt, receivedBy: '县委组织部' }),
    })),
  )
}

function planOf({ planId, bookIds }: Group) {
  return {
    intro: '以学促干，联系本地实际，每季度集体研讨不少于一次。',
    books: books.map((title, order) => ({ id: bookIds[order] ?? newId(), title, note: '' })),
    topics: topics.map(([month, title], order) => ({
      id: planId[order] ?? newId(),
      month,
      title,
      form: 'discussion' as const,
      lead: '组长',
    })),
  }
}

function roleOf(order: number, count: number) {
  if (order === 0) return 'leader' as const
  return order === count - 1 ? ('secretary' as const) : ('member' as const)
}

type Seeing = {
  readonly county: DemoOrganization
  readonly observers: readonly DemoMember[]
  readonly now: Date
}

/** What was held in earlier years was seen, of this year's the first of every other group; some ahead are assigned. */
function observationOf({ id, group, day, isHeld }: Sitting, order: number, around: Seeing) {
  const { county, observers, now } = around
  const others = observers.filter((one) => !group.people.includes(one))
  const observer = isHeld ? others[order % others.length] : others[0]
  const isOwn = group.home.path === county.path
  const isOld = day < `${String(yearOf(dayOf(now)))}-01-01`
  const isSeen = isHeld ? isOld || (order % 2 === 0 && day.slice(5, 7) === '02') : order % 4 === 1
  if (!observer || isOwn || !isSeen) return []
  const row = {
    ...by,
    id: newId(),
    unitId: group.home.unitId,
    sessionId: id,
    groupId: group.id,
    memberUnitId: county.unitId,
    memberId: observer.id,
    senderId: county.id,
    because: '路程较近，轮到本人',
    at: at(addDays(day, -5), '09:00') < now ? at(addDays(day, -5), '09:00') : now,
  }
  if (!isHeld) return [row]
  const advice = '发言有准备、能联系实际，落实措施还要明确到人。'
  const scales = { theme: 5, preparation: 4, practice: 4, materials: 5 }
  const answers = { ...scales, leaderPresent: 'yes', discussion: 60, overall: 'good', advice }
  return [
    {
      ...row,
      observedAt: at(day, '12:00'),
      answers,
      grade: 'good' as const,
      score: 90,
      version: 1,
    },
  ]
}
