import type { ActivityKind } from '@zhixing/contract'
import type { Kind } from '../rules/kind.ts'
import { committeeMeeting } from './committee-meeting.ts'
import { groupMeeting } from './group-meeting.ts'
import { lecture } from './lecture.ts'
import { memberMeeting } from './member-meeting.ts'
import { themeDay } from './theme-day.ts'

/** Every kind of activity, one line each; the compiler asks for the missing one. */
const declared: Readonly<Record<ActivityKind, Kind>> = {
  themeDay,
  memberMeeting,
  committeeMeeting,
  groupMeeting,
  lecture,
}

export const kinds: readonly Kind[] = Object.values(declared)

export function kindOf(key: ActivityKind): Kind {
  return declared[key]
}

/** What the screens need to know of a kind. */
export function kindState({ deliberation, ...kind }: Kind) {
  const { key, name, due, hasLecturer, parts, needsChosen } = kind
  const deliberates = deliberation !== undefined
  const isOfGroup = due === 'group'
  return { key, name, isOfGroup, hasLecturer, deliberates, parts: [...parts], needsChosen }
}
