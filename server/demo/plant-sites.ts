import { and, eq } from 'drizzle-orm'
import { addDays, addMonths, dayOf, monthOf } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { nameKeyOf } from '../kernel/name-key.ts'
import { activities } from '../modules/activities/table.ts'
import { resources } from '../modules/resources/table.ts'
import { educationStaff, siteEquipment, siteRecords, sites } from '../modules/sites/table.ts'
import { showcase } from './accounts.ts'
import type { DemoBranch } from './population.ts'
import { insertAll } from './rows.ts'

type Scene = { readonly tx: Db; readonly now: Date }
type Site = { readonly id: string; readonly unitId: string; readonly at: number }

const monthsTold = 6

/** Most villages have a site, some of them a lecture hall; one lies idle, one is broken, some owe a month. */
export async function plantSites({ tx, now }: Scene, filled: readonly DemoBranch[]): Promise<void> {
  const today = dayOf(now)
  const shown = showcase(filled)
  const others = filled.filter((one) => one !== shown && one.branch.sector === 'village')
  const villages = [shown, ...others].filter(({ branch }) => branch.employer)
  const having = villages.filter((_, at) => at === 0 || at % 9 !== 8)
  const rooms = having.map(({ branch }, at) => roomOf(branch, at, now))
  await insertAll(tx, resources, rooms)
  const known = rooms.map(({ id, unitId }, at) => ({ id, unitId, at }))
  await insertAll(
    tx,
    sites,
    known.map(({ id, unitId, at }) => ({
      id,
      unitId,
      managerId: at % 11 === 10 ? null : (having[at]?.officers.get('secretary')?.id ?? null),
      since: addDays(today, -400),
      isOutOfOrder: at % 23 === 22,
      fault: at % 23 === 22 ? '雷击后主机不能开机' : '',
    })),
  )
  await insertAll(
    tx,
    siteEquipment,
    known.flatMap((site) => equipmentOf(site, today)),
  )
  await insertAll(
    tx,
    siteRecords,
    known.flatMap((site) => recordsOf(site, today, now)),
  )
  const staff = filled.slice(0, 6).flatMap(({ branch, people }, at) => {
    const [person] = people
    const { unitId, id: organizationId, path } = branch
    const facts = { isFullTime: at < 2, from: addDays(today, -300 + at), note: '', at: now }
    const role = at < 3 ? ('organizer' as const) : ('instructor' as const)
    const own = { id: newId(), unitId, organizationId, path, role }
    return person ? [{ ...own, ...facts, memberId: person.id }] : []
  })
  await insertAll(tx, educationStaff, staff)
  await meetThere(tx, rooms.slice(0, 3))
}

/** The theme days of some villages are held at their sites, so that the next record comes filled in. */
async function meetThere(tx: Db, rooms: readonly ReturnType<typeof roomOf>[]): Promise<void> {
  for (const { unitId, organizationId, name } of rooms)
    await tx
      .update(activities)
      .set({ place: name })
      .where(
        and(
          eq(activities.unitId, unitId),
          eq(activities.organizationId, organizationId),
          eq(activities.kind, 'themeDay'),
        ),
      )
}

function roomOf({ id, unitId, path, employer }: DemoBranch['branch'], at: number, now: Date) {
  const isHall = at % 7 === 3
  const type = isHall ? ('lectureSite' as const) : ('distanceSite' as const)
  const name = `${employer}${isHall ? '讲习所' : '远程教育站点'}`
  return {
    id: newId(),
    unitId,
    organizationId: id,
    path,
    kind: 'room' as const,
    type,
    name,
    nameKey: nameKeyOf(name),
    details: { kind: 'room' as const, type, openingRules: '', equipment: [], criteria: '' },
    isShared: false,
    isRed: false,
    count: 1,
    seats: 40,
    feature: '',
    address: `${employer}村部（虚构地址）`,
    opening: [],
    honours: [],
    at: now,
  }
}

function equipmentOf({ id: siteId, unitId, at }: Site, today: string) {
  const piece = (kind: 'computer' | 'display', years: number, valueCents: number) => ({
    id: newId(),
    unitId,
    siteId,
    kind,
    name: kind === 'computer' ? '教学一体机' : '五十五寸',
    count: 1,
    boughtOn: addMonths(today, -12 * years - (at % 5)),
    valueCents,
    state: at % 17 === 16 ? ('faulty' as const) : ('inUse' as const),
  })
  const computer = piece('computer', at % 3 === 0 ? 8 : 3, 480_000)
  return at % 4 === 1 ? [computer] : [computer, piece('display', at % 2 === 0 ? 7 : 2, 320_000)]
}

/** Of the last months; every sixth has not told the last one yet, and one has nothing to tell. */
function recordsOf({ id: siteId, unitId, at }: Site, today: string, now: Date) {
  const first = `${monthOf(today)}-01`
  return Array.from({ length: 12 }, (_, back) => {
    const begun = addMonths(first, -back - 1)
    if (back === 0 && at % 6 === 0) return []
    const isUsed = at % 19 !== 18 && (back < monthsTold || at % 2 === 0)
    const figures = isUsed ? 1 : 0
    const reportedOn = addDays(addMonths(begun, 1), (at * 3 + back) % 7)
    return [
      {
        id: newId(),
        unitId,
        siteId,
        month: monthOf(begun),
        sessions: figures * (1 + ((at + back) % 3)),
        playbacks: figures * (2 + ((at * 2 + back) % 4)),
        minutesOpen: figures * 60 * (12 + ((at + back) % 9)),
        attendance: figures * (25 + ((at * 7 + back * 5) % 30)),
        faults: (at + back) % 13 === 0 ? '网络不稳' : '',
        reportedOn,
        isLate: Number(reportedOn.slice(8)) > 5,
        byId: newId(),
        byName: '站点管理员',
        at: now,
      },
    ]
  }).flat()
}
