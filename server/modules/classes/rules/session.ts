import type { Application } from '@zhixing/contract'
import { classRoutes, classTracks } from '@zhixing/contract/class-words.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { spanText } from '../../../kernel/words.ts'
import type { Refused } from './application.ts'
import { overlapOf } from './timetable.ts'
import type { Item } from './timetable.ts'

type Planned = Item & {
  readonly place: string
  readonly way: string
  readonly safety: string
  readonly topic: string
  readonly groups: string
  readonly needId: string | null
}

/** Why a session cannot stand where somebody puts it, or nothing if it can. */
export function refuseSession(
  planned: Planned,
  { from, until, routes, tracks }: Application,
  others: readonly Pick<Item, 'title' | 'startsAt' | 'endsAt'>[],
): Refused | undefined {
  const { title, startsAt, endsAt, kind, route, track } = planned
  const words = { 课次: title }
  if (endsAt <= startsAt || dayOf(startsAt) < from || dayOf(endsAt) > until)
    return { reason: 'timetables.span', words: { ...words, 起: from, 止: until } }
  if (!routes.includes(route))
    return { reason: 'timetables.route', words: { 路径: classRoutes[route] } }
  if (!tracks.includes(track))
    return { reason: 'timetables.track', words: { 轨道: classTracks[track] } }
  if (kind === 'field' && [planned.way, planned.safety, planned.place].includes(''))
    return { reason: 'timetables.field' }
  if (kind === 'discussion' && [planned.topic, planned.groups].includes(''))
    return { reason: 'timetables.discussion' }
  if (planned.needId !== null && planned.role !== 'elective')
    return { reason: 'timetables.needElective', words }
  const other = overlapOf(planned, others)
  return other
    ? {
        reason: 'timetables.overlap',
        words: {
          ...words,
          另一节: other.title,
          时间: spanText({ from: other.startsAt, until: other.endsAt }),
        },
      }
    : undefined
}
