import { contract } from '@zhixing/contract'
import { addDays, dayOf, startOf } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { nameKeyOf } from '../kernel/name-key.ts'
import { resourceBookings, resourceItems, resources } from '../modules/resources/table.ts'
import { demoItems, demoResources } from './resource-list.ts'
import type { DemoResource } from './resource-list.ts'
import { insertAll } from './rows.ts'
import type { DemoOrganization, DemoTree } from './tree.ts'

type Scene = { readonly tx: Db; readonly now: Date }
type NewBooking = typeof resourceBookings.$inferInsert

const branchesMax = 24

/** Lecturers, houses, bases and kit of the county, the rooms of some branches, and a month of bookings. */
export async function plantResources({ tx, now }: Scene, { county, branches }: DemoTree) {
  const rows = [
    ...demoResources.map((one) => rowOf(county, one, now)),
    ...branches.slice(0, 6).map((branch, at) => rowOf(branch, roomOf(branch, at), now)),
  ]
  const houses = rows.filter(({ type }) => type === 'lessonStudy' || type === 'cadreAcademy')
  const placed = rows.map((row, at) => {
    const isPart = row.kind === 'lecturer' || row.type === 'classroom'
    return { ...row, partOfId: isPart ? (houses[at % 2]?.id ?? null) : null }
  })
  await insertAll(tx, resources, placed)
  const items = placed
    .filter(({ kind }) => kind === 'lecturer' || kind === 'base')
    .flatMap((row, at) => demoItems(row, at))
  await insertAll(tx, resourceItems, items)
  await insertAll(tx, resourceBookings, bookingsOf({ now, branches, rows: placed, items }))
}

type Facts = DemoResource

function roomOf({ employer, name }: DemoOrganization, at: number): Facts {
  const spot = { latitude: 30.2 + at / 60, longitude: 110.4 + ((at * 5) % 7) / 40 }
  const called = `${employer || name}党员活动室`
  const isShared = at % 2 === 0
  return { kind: 'room', type: 'activityRoom', name: called, seats: 40, isShared, ...spot }
}

function rowOf({ id, unitId, path }: DemoOrganization, facts: Facts, now: Date) {
  const { kind, type, name, isShared = true, feature = '', isRed = false } = facts
  const venue = {
    openingRules: '预约开放，节假日照常',
    equipment: ['投影仪', '音响'],
    criteria: '',
  }
  const lecturer = {
    origin: facts.origin ?? ('teacher' as const),
    rank: facts.rank ?? ('associate' as const),
    employer: '县委党校',
    subjects: [feature],
    audience: '基层党员',
    term: { by: '县委组织部', from: '2025-01-01', until: '2028-12-31' },
    memberId: null,
  }
  const more = { lecturer, room: venue, base: venue, kit: { model: '便携式' } }[kind]
  const details = contract.resources.show.output.shape.details.parse({ kind, type, ...more })
  return {
    id: newId(),
    unitId,
    organizationId: id,
    path,
    kind,
    type,
    name,
    nameKey: nameKeyOf(name),
    details,
    isShared,
    isRed,
    feature,
    count: kind === 'kit' ? 4 : 1,
    seats: facts.seats ?? null,
    address: facts.latitude ? `${name}（虚构地址）` : '',
    latitude: facts.latitude ?? null,
    longitude: facts.longitude ?? null,
    opening: [],
    honours: facts.honour ? [{ title: facts.honour, year: 2025, by: '县委' }] : [],
    at: now,
  }
}

type Planted = {
  readonly now: Date
  readonly branches: readonly DemoOrganization[]
  readonly rows: readonly (typeof resources.$inferInsert & { readonly id: string })[]
  readonly items: readonly (typeof resourceItems.$inferInsert)[]
}

/** Each branch comes to something twice a month; what lies ahead waits, what is past was rated. */
function bookingsOf({ now, branches, rows, items }: Planted): NewBooking[] {
  const today = dayOf(now)
  const lent = rows.filter(({ isShared }) => isShared)
  return branches.slice(0, branchesMax).flatMap((branch, at) => {
    const resource = lent[at % lent.length]
    if (!resource) return []
    const { unitId, id, path } = resource
    const item = items.find(({ resourceId }) => resourceId === id)
    const key = { unitId, resourceId: id, path, itemId: item?.id ?? null }
    return [-20, -6, 4, 11].map((days) => {
      const day = startOf(addDays(today, days + (at % 3))).getTime()
      const from = new Date(day + morning + Math.floor(at / lent.length) * slot)
      const state = stateOf(days, at)
      return {
        ...key,
        id: newId(),
        from,
        until: new Date(from.getTime() + lesson),
        state,
        isExclusive: resource.count === 1,
        quantity: 1,
        persons: 15 + (at % 10),
        purpose: 'order',
        title: '主题党日',
        forOrganizationId: branch.id,
        forName: branch.name,
        byId: newId(),
        byPersonId: newId(),
        byName: '支部书记',
        at: now,
        score: state === 'rated' ? 4 + (at % 2) : null,
        comment: state === 'rated' ? '讲得实在，现场看得明白' : '',
        ratedAt: state === 'rated' ? now : null,
      }
    })
  })
}

const hour = 3_600_000
const [morning, lesson] = [9 * hour, 2 * hour]
/** Long enough that two branches at the same place on one day never meet. */
const slot = 3 * hour

function stateOf(days: number, at: number): NewBooking['state'] {
  if (days < -7) return 'rated'
  if (days < 0) return at % 5 === 0 ? 'noShow' : 'checkedIn'
  return at % 2 === 0 ? 'ordered' : 'approved'
}
