import { addDays, dayOf, quarterOf, yearOf } from '../kernel/calendar.ts'
import type { Day } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { activities, attendances, closures, listedMembers } from '../modules/activities/table.ts'
import { postOrWait } from '../modules/ledgers/index.ts'
import type { Posting } from '../modules/ledgers/index.ts'
import { studySessions } from '../modules/studyGroups/table.ts'
import type { DemoMember } from './people.ts'
import { insertAll } from './rows.ts'
import type { DemoOrganization } from './tree.ts'

export const topics = [
  [2, '学习全会精神，谋划全年工作'],
  [5, '学习党纪党规，深化作风建设'],
  [8, '学习经济工作部署，推动乡村振兴'],
  [11, '学习基层治理，提升服务能力'],
] as const
export const yearsBack = 4
export const by = { byId: newId(), byName: '党委组织委员' }

export type Group = {
  readonly id: string
  readonly home: DemoOrganization
  readonly people: readonly DemoMember[]
  readonly planId: readonly string[]
  readonly bookIds: readonly string[]
}

export type Sitting = {
  readonly id: string
  readonly group: Group
  readonly day: Day
  readonly title: string
  readonly topicId: string | null
  readonly bookIds: readonly string[]
  readonly isHeld: boolean
  readonly isReported: boolean
}

/** One in each year before, one in each quarter that has begun, and one in ten days. */
export function sittingsOf(group: Group, nth: number, now: Date): Sitting[] {
  const today = dayOf(now)
  const year = yearOf(today)
  const earlier = Array.from({ length: yearsBack }, (_, back) => `${String(year - back - 1)}-05-12`)
  const common = { group, topicId: null, bookIds: [], isHeld: true, isReported: true }
  const past = earlier.map((day) => ({ ...common, id: newId(), day, title: topics[1][1] }))
  const own = topics.flatMap(([month, title], order): Sitting[] => {
    const day = `${String(year)}-${String(month).padStart(2, '0')}-${String(10 + (nth % 8))}`
    if (day >= today || (nth % 5 === 3 && order === 1)) return []
    const isLast = quarterOf(day) === quarterOf(today)
    const topicId = nth % 6 === 5 ? null : (group.planId[order] ?? null)
    const bookIds = topicId && group.bookIds[order] ? [group.bookIds[order]] : []
    const isReported = !(isLast && nth % 4 === 1)
    return [{ ...common, id: newId(), day, title, topicId, bookIds, isReported }]
  })
  const next = {
    ...common,
    id: newId(),
    day: addDays(today, 10 + (nth % 9)),
    title: '学习最新会议精神',
  }
  return [...past, ...own, { ...next, isHeld: false, isReported: false }]
}

export async function keepSittings(tx: Db, sittings: readonly Sitting[], now: Date): Promise<void> {
  const held = sittings.filter(({ isHeld }) => isHeld)
  await insertAll(tx, activities, sittings.map(activityOf))
  await insertAll(
    tx,
    listedMembers,
    sittings.flatMap(({ id: activityId, group: { home, people } }) =>
      people.map(({ id: memberId }) => ({
        id: newId(),
        unitId: home.unitId,
        activityId,
        memberUnitId: home.unitId,
        memberId,
      })),
    ),
  )
  await insertAll(tx, attendances, held.flatMap(rollOf))
  await insertAll(
    tx,
    closures,
    held.map(({ id: activityId, day, group: { home } }) => ({
      id: newId(),
      unitId: home.unitId,
      activityId,
      closedAt: at(day, '17:00'),
      closedBy: by.byId,
      closedByName: by.byName,
      isLate: false,
      postedMinutes: 0,
    })),
  )
  await insertAll(
    tx,
    studySessions,
    sittings.map((sitting) => sessionOf(sitting)),
  )
  const thisYear = String(yearOf(dayOf(now)))
  await postOrWait(tx, held.filter(({ day }) => day.startsWith(thisYear)).flatMap(postingsOf))
}

function activityOf({ id, day, title, group: { home, people }, isHeld }: Sitting) {
  return {
    id,
    unitId: home.unitId,
    organizationId: home.id,
    kind: 'studyGroupSession' as const,
    title: `中心组学习：${title}`,
    month: day.slice(0, 7),
    startsAt: at(day, '09:00'),
    endsAt: at(day, '11:30'),
    place: '党委会议室',
    lecturerName: people[0]?.name ?? '',
    level: 'committee' as const,
    agenda: [{ title, minutes: 150 }],
    minutes: isHeld ? `${people[0]?.name ?? ''}领学，成员结合分管工作作交流发言。` : '',
    rollEndedAt: isHeld ? at(day, '11:30') : null,
    createdBy: by.byId,
    createdAt: at(addDays(day, -10), '09:00'),
  }
}

/** One in a dozen is away, with leave. */
function rollOf({ id: activityId, day, group: { home, people } }: Sitting) {
  return people.map(({ id: memberId }, order) => {
    const isAway = (order + Number(day.slice(5, 7))) % 13 === 9
    return {
      id: newId(),
      unitId: home.unitId,
      activityId,
      memberUnitId: home.unitId,
      memberId,
      mark: isAway ? ('excused' as const) : ('present' as const),
      way: isAway ? ('leave' as const) : ('rollCall' as const),
      note: isAway ? '外出开会' : '',
      at: at(day, '09:00'),
      byId: by.byId,
    }
  })
}

function postingsOf(sitting: Sitting): Posting[] {
  const { id, day, title } = sitting
  return rollOf(sitting)
    .filter(({ mark }) => mark === 'present')
    .map(({ unitId, memberId }) => ({
      unitId,
      memberId,
      day,
      sourceId: id,
      title: `中心组学习：${title}`,
      source: 'studyGroup' as const,
      category: 'theory' as const,
      minutes: 180,
      ruleKey: 'hours.convert.study_group.session' as const,
      ruleFrom: '2019-01-01',
      isCentralized: true,
      isOnline: false,
      level: 'committee' as const,
      isLate: false,
      key: `activity:${id}`,
      postedBy: by.byId,
      at: at(day, '17:00'),
    }))
}

function sessionOf({ id, group, day, title, topicId, bookIds, isReported }: Sitting) {
  const { home, people } = group
  return {
    ...by,
    at: at(addDays(day, -10), '09:00'),
    id,
    ...placeOf(home),
    groupId: group.id,
    title,
    form: 'discussion' as const,
    startsAt: at(day, '09:00'),
    endsAt: at(day, '11:30'),
    place: '党委会议室',
    isExtended: false,
    topicId,
    bookIds: [...bookIds],
    hearing: '',
    speakers: people[0]?.name ?? '',
    ...(isReported
      ? {
          points: '领学原文，围绕本地实际研讨，提出三条落实措施。',
          resolutions: '各成员按分管领域抓落实。',
          followUp: '办公室每月调度一次。',
          reportedAt: at(addDays(day, 3), '10:00'),
          reportedBy: by.byName,
        }
      : {}),
  }
}

export function at(day: Day, time: string): Date {
  return new Date(`${day}T${time}:00+08:00`)
}

export function placeOf({ unitId, id: organizationId, path }: DemoOrganization) {
  return { unitId, organizationId, path }
}
