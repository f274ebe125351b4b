/**
 * Activities: what happens at a time with people, from the plan to the closed record. Kinds are declared in kinds/.
 * It owns who was due and who came; hours are posted to the ledgers when a record is closed, and taken back when it is
 * opened again.
 */
import { covers, reachOf } from '../../kernel/reach.ts'
import type { Reach } from '../../kernel/reach.ts'
import type { Actor } from '../../kernel/caller.ts'
import type { ActivityKind } from '@zhixing/contract'
import { listedKinds } from '@zhixing/contract/words.ts'
import type { Day, Month } from '../../kernel/calendar.ts'
import { dayOf, monthOf, startOf } from '../../kernel/calendar.ts'
import type { Db, Reader } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { conflict, missing } from '../../kernel/problem.ts'
import type { FileSubject } from '../files/index.ts'
import { usualStart as usualStartAfter } from './rules/draft.ts'
import { outcomeOf } from './rules/motion.ts'
import { refuseLength } from './rules/plan.ts'
import { readRecord } from './steps/read-record.ts'
import {
  changeActivity,
  findActivity,
  findLatest,
  keepActivity,
  lockActivity,
} from './store/activities.ts'
import type { Activity, ActivityKey, Held } from './store/activities.ts'
import { findAttendance, findAttendances, findMarks, removeUnlisted } from './store/attendances.ts'
import { findCalled } from './store/called.ts'
import { findClosure } from './store/closures.ts'
import { findOnLists, setListed } from './store/listed.ts'
import type { Listed } from './store/listed.ts'
import { findMotion, findResolutions } from './store/motions.ts'

export { kindOf, kinds } from './kinds/index.ts'
export { agendaFor, titleOf, usualStart as usualStartAfter, withTopic } from './rules/draft.ts'
export { planMeeting } from './steps/plan-meeting.ts'
export { occasionsIn } from './rules/occasions.ts'
export { clockMinutesOf } from './rules/credit.ts'
export type { MeetingKind } from './rules/kind.ts'

/** Seen by those who keep the record, by the branch that met, and by guests who were there. */
export const activityFiles: FileSubject = {
  kind: 'activity',
  async maySee({ db, actor }, { subject, path }) {
    const mayView = (['activities.view', 'activities.attend'] as const).some((grant) =>
      covers(reachOf(actor.appointments, grant), path),
    )
    const { unitId, memberId } = actor
    if (mayView || !memberId) return mayView
    const activityId = subject.slice('activity:'.length)
    if (await findAttendance(db, { unitId, activityId }, memberId)) return true
    return (await findOnLists(db, [{ activityId, memberId }])).size > 0
  },
}

/** What goes on at an activity, for those who are called to it: nothing for anybody else. */
export async function meetingFor(db: Reader, actor: Actor, key: ActivityKey, now: Date) {
  const { unitId, memberId } = actor
  const held = memberId ? await findCalled(db, key, { unitId, memberId }, now) : undefined
  return held ? meetingOf(db, held) : undefined
}

/** The same, for those within whose reach it is held. */
export async function meetingWithin(db: Reader, reach: Reach, key: ActivityKey) {
  const held = await findActivity(db, reach, key)
  return held ? meetingOf(db, held) : undefined
}

async function meetingOf(db: Reader, { activity, path }: Held) {
  const { unitId, id: activityId, title, cancelledAt } = activity
  const isOpen = !cancelledAt && !(await findClosure(db, { unitId, activityId }))
  return { unitId, path, title, isOpen }
}

/** What was held, when and by whom, for those who keep who else was there. */
export async function heldWithin(db: Reader, reach: Reach, key: ActivityKey) {
  const held = await findActivity(db, reach, key)
  if (!held || held.activity.cancelledAt) return undefined
  const { kind, title, startsAt, organizationId } = held.activity
  return { kind, title, startsAt, organizationId, path: held.path }
}

/** A vote as the closed record of a meeting has it: by numbers that no longer change. */
export async function voteOf(db: Reader, key: ActivityKey & { readonly motionId: string }) {
  const held = await heldWithin(db, ['/'], key)
  const motion = held && (await findMotion(db, key))
  if (!held || !motion || motion.entitled === null || motion.present === null) return undefined
  const { text, ballot, entitled, present, inFavour, against, abstained } = motion
  return { ...held, text, ballot, entitled, present, inFavour, against, abstained }
}

/** A meeting of a branch: what it was, whether its record is open, and who of those called was there. */
export async function turnoutAt(db: Reader, key: ActivityKey) {
  const held = await findActivity(db, ['/'], key)
  if (!held || held.activity.cancelledAt) return undefined
  const { organizationId, kind, title, month, startsAt } = held.activity
  const marks = await findAttendances(db, key)
  return {
    organizationId,
    kind,
    title,
    month,
    startsAt,
    isClosed: (await findClosure(db, key)) !== undefined,
    present: new Set(
      marks
        .filter(({ mark, way }) => mark === 'present' && way !== 'makeUp')
        .map(({ memberId }) => memberId),
    ),
  }
}

type Meetings = { readonly unitId: string; readonly organizationId: string; readonly since: Day }

/** What the member meetings of a branch voted on since a day, in words; it counts once the record is closed. */
export async function resolutionsOf(db: Reader, { since, ...branch }: Meetings) {
  const rows = await findResolutions(db, { ...branch, since: startOf(since) })
  return rows.map(({ motion, startsAt, closedAt }) => ({
    activityId: motion.activityId,
    motionId: motion.id,
    day: dayOf(startsAt),
    text: motion.text,
    isClosed: closedAt !== null,
    isPassed: motion.passed === true,
    isSecret: motion.ballot === 'secret',
    result: outcomeOf({ ...motion, vote: null }, undefined).result,
  }))
}

/** Those who are due at a meeting, and whether they are there: for whoever lets them vote at it. */
export async function votersAt(db: Reader, key: ActivityKey, now: Date) {
  const held = await findActivity(db, ['/'], key)
  if (!held || held.activity.cancelledAt) return undefined
  const { roll, closure } = await readRecord(db, held, now)
  const due = roll.filter(({ standing }) => standing === 'due')
  const { organizationId, kind, title } = held.activity
  return {
    organizationId,
    kind,
    title,
    isClosed: closure !== undefined,
    unmarked: due.filter(({ mark }) => mark === null).length,
    voters: due.map(({ memberUnitId, memberId, mark, way }) => ({
      memberUnitId,
      memberId,
      isPresent: mark === 'present' && way !== 'makeUp',
    })),
  }
}

/** When a branch would usually hold the next one of a kind, in a month that it names. */
export async function usualStart(
  db: Reader,
  asked: { organizationId: string; kind: ActivityKind; month: Month; now: Date },
): Promise<Date> {
  const { organizationId, kind, month, now } = asked
  const [last] = await findLatest(db, { organizationId, kinds: [kind], count: 1 })
  return usualStartAfter(last?.startsAt, now, month)
}

/** What a training class says of one of its lessons; who teaches is credited if they are a member somewhere. */
export type Lesson = {
  readonly title: string
  readonly startsAt: Date
  readonly endsAt: Date
  readonly placeText: string
  readonly lecturer: { readonly name: string } & Partial<Listed>
  readonly category: Activity['category']
  readonly level: Activity['level']
  /** The item of a plan that its class carries out, and the head of the curriculum that it teaches. */
  readonly planItemId: Activity['planItemId']
  readonly heading: Activity['heading']
}

type NewSession = Lesson & {
  readonly unitId: string
  readonly organizationId: string
  /** A lesson of a class, where nothing is said. */
  readonly kind?: (typeof listedKinds)[number]
  /** Made by the caller where the same request may come twice. */
  readonly activityId?: string
  readonly due: readonly Listed[]
  readonly by: string
  readonly now: Date
}

/** Opens the record of a lesson or a sitting: its roll, code, leave and hours are those of any activity. */
export async function openSession(tx: Db, session: NewSession): Promise<ActivityKey> {
  const { unitId, organizationId, activityId = newId(), due, by, now } = session
  const { kind = 'classSession' } = session
  const key = { unitId, activityId }
  const made = { createdBy: by, createdAt: now }
  const row = { ...columnsOf(session), ...made, id: activityId, unitId, organizationId }
  const kept = await keepActivity(tx, { ...row, kind })
  if (kept === 'kept') await setListed(tx, key, due)
  return key
}

/** Another time, place or lecturer, as long as the record is open; returns what it was. */
export async function changeSession(tx: Db, key: ActivityKey, lesson: Lesson): Promise<Activity> {
  const { activity } = await openLesson(tx, key)
  await changeActivity(tx, activity, columnsOf(lesson))
  return activity
}

/** It stays, with its reason; nobody is due any more. */
export async function cancelSession(
  tx: Db,
  key: ActivityKey,
  { reason, now }: { readonly reason: string; readonly now: Date },
): Promise<void> {
  const { activity } = await openLesson(tx, key)
  await changeActivity(tx, activity, { cancelledAt: now, cancelReason: reason })
}

/** Who is due from now on. Who is no longer, and was not there, is off the roll; who was there stays on it. */
export async function listForSession(
  tx: Db,
  key: ActivityKey,
  due: readonly Listed[],
): Promise<void> {
  await openLesson(tx, key)
  await setListed(tx, key, due)
  await removeUnlisted(tx, key)
}

/** What became of lessons: for each, whether it counts already, and who was there, excused or absent. */
export const marksOfSessions = findMarks

async function openLesson(tx: Db, key: ActivityKey): Promise<Held> {
  const held = await lockActivity(tx, ['/'], key, 'update')
  if (!listedKinds.some((kind) => kind === held?.activity.kind) || !held)
    throw missing('activities.unknown')
  if (held.activity.cancelledAt) throw conflict('activities.cancelled')
  if (await findClosure(tx, key)) throw conflict('activities.closed')
  return held
}

const itemMinutesMax = 600

function columnsOf({ title, startsAt, endsAt, placeText, lecturer, ...facts }: Lesson) {
  const { category, level, planItemId, heading } = facts
  const minutes = Math.floor((endsAt.getTime() - startsAt.getTime()) / 60_000)
  const refusal = refuseLength(minutes)
  if (refusal) throw conflict(refusal.reason, refusal.words)
  return {
    title,
    month: monthOf(dayOf(startsAt)),
    startsAt,
    endsAt,
    place: placeText,
    lecturerName: lecturer.name,
    lecturerId: lecturer.memberId ?? null,
    lecturerUnitId: lecturer.memberUnitId ?? null,
    agenda: [{ title, minutes: Math.min(minutes, itemMinutesMax) }],
    category,
    level,
    planItemId,
    heading,
  }
}
