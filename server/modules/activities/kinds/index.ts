import type { ActivityKind, RecordKind } from '@zhixing/contract'
import type { Kind, MeetingKind } from '../rules/kind.ts'
import { classSession } from './class-session.ts'
import { committeeMeeting } from './committee-meeting.ts'
import { groupMeeting } from './group-meeting.ts'
import { lecture } from './lecture.ts'
import { lifeMeeting } from './life-meeting.ts'
import { memberMeeting } from './member-meeting.ts'
import { studyGroupSession } from './study-group-session.ts'
import { themeDay } from './theme-day.ts'

/** Every kind of meeting that branches owe, one line each; the compiler asks for the missing one. */
const declared: Readonly<Record<ActivityKind, MeetingKind>> = {
  themeDay,
  memberMeeting,
  committeeMeeting,
  groupMeeting,
  lecture,
  lifeMeeting,
}

export const kinds: readonly MeetingKind[] = Object.values(declared)

const kindsByKey: Readonly<Record<RecordKind, Kind>> = {
  ...declared,
  classSession,
  studyGroupSession,
}

export function kindOf(key: ActivityKind): MeetingKind
export function kindOf(key: RecordKind): Kind
export function kindOf(key: RecordKind): Kind {
  return kindsByKey[key]
}

/** What the screens need to know of a kind. */
export function kindState<K extends Kind>({ deliberation, ...kind }: K) {
  const key: K['key'] = kind.key
  const { name, due, hasLecturer, parts, needsChosen } = kind
  const deliberates = deliberation !== undefined
  const isOfGroup = due === 'group'
  return { key, name, isOfGroup, hasLecturer, deliberates, parts: [...parts], needsChosen }
}
