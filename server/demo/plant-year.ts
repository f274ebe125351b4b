import { addDays, dayOf } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { activities, attendances, closures, motions } from '../modules/activities/table.ts'
import { kindOf } from '../modules/activities/kinds/index.ts'
import { postHours } from '../modules/ledgers/index.ts'
import type { Posting } from '../modules/ledgers/index.ts'
import { agendaOf, creditsOf } from './agenda.ts'
import { motionOf } from './motion.ts'
import type { Credits } from './agenda.ts'
import type { Dice } from './dice.ts'
import type { DemoMember } from './people.ts'
import type { DemoBranch } from './population.ts'
import { insertAll } from './rows.ts'
import { occasionsOf } from './year.ts'
import type { Occasion } from './year.ts'

type Scene = { readonly tx: Db; readonly now: Date }
type Activity = typeof activities.$inferInsert & { readonly id: string }
type Attendance = typeof attendances.$inferInsert

/** One year of every branch: held, minuted and closed as people do it, some of it late, some of it not yet. */
export async function plantYear(
  { tx, now }: Scene,
  filled: readonly DemoBranch[],
  dice: Dice,
): Promise<void> {
  const today = dayOf(now)
  const calendar = filled.map((one) => ({ one, occasions: occasionsOf(one, today, dice) }))
  const [first] = filled
  if (!first) return
  const point = { path: first.branch.path, day: today }
  const occasionsOfAll = calendar.flatMap(({ occasions }) => occasions)
  const credits = await creditsOf(tx, point, occasionsOfAll)

  const year = calendar.flatMap(({ one, occasions }) =>
    occasions.map((occasion) => eventOf(one, occasion, { now, dice, credits })),
  )
  await insertAll(
    tx,
    activities,
    year.map(({ activity }) => activity),
  )
  await insertAll(
    tx,
    attendances,
    year.flatMap((event) => event.attendances),
  )
  await insertAll(
    tx,
    closures,
    year.flatMap(({ closure }) => closure ?? []),
  )
  await insertAll(
    tx,
    motions,
    year.flatMap(({ motion }) => motion ?? []),
  )
  await postAll(
    tx,
    year.flatMap(({ postings }) => postings),
  )
}

type Event = {
  readonly activity: Activity
  readonly attendances: readonly Attendance[]
  readonly closure: typeof closures.$inferInsert | undefined
  readonly motion: typeof motions.$inferInsert | undefined
  readonly postings: readonly Posting[]
}

type Year = { readonly now: Date; readonly dice: Dice; readonly credits: Credits }

function eventOf(one: DemoBranch, occasion: Occasion, { now, dice, credits }: Year): Event {
  const today = dayOf(now)
  // A few records of the last weeks are still open: that is what a secretary finds in the morning.
  const isOpen = occasion.day > addDays(today, -20) && dice.chance(0.3)
  const isHeld = occasion.day < today && !isOpen
  const activity = activityOf(one, occasion, isHeld)
  const isCalled = dice.chance(0.5)
  if (occasion.day >= today && !(isCalled && isPast(activity.calledAt, now)))
    activity.calledAt = null
  if (!isHeld)
    return { activity, attendances: [], closure: undefined, motion: undefined, postings: [] }

  const due = occasion.kind === 'committeeMeeting' ? [...one.officers.values()] : one.people
  const rows = due
    .filter(({ excuse, joinedOn }) => !excuse && joinedOn <= occasion.day)
    .map((person) => attendanceOf(person, activity, dice))
  const isLate = dice.chance(0.06)
  const days = isLate ? dice.between(12, 25) : dice.between(0, 4)
  const closedAt = new Date(
    Math.min(activity.endsAt.getTime() + days * 86_400_000, now.getTime() - 60_000),
  )
  const postings = rows
    .filter(({ mark }) => mark === 'present')
    .map(({ memberId }) => ({
      ...credits(occasion),
      source: kindOf(occasion.kind).hours.source,
      category: occasion.category,
      unitId: activity.unitId,
      memberId,
      day: occasion.day,
      sourceId: activity.id,
      title: `${occasion.title}（${one.branch.name}）`,
      key: `activity:${activity.id}`,
      isLate,
      postedBy: activity.createdBy,
      at: closedAt,
    }))
  const closure = {
    id: newId(),
    unitId: activity.unitId,
    activityId: activity.id,
    closedAt,
    closedBy: activity.createdBy,
    closedByName: activity.hostName || '支部书记',
    isLate,
    postedMinutes: postings.reduce((sum, { minutes }) => sum + minutes, 0),
  }
  const motion = motionOf(activity, { people: due, rows, closedAt })
  return { activity, attendances: rows, closure, motion, postings }
}

function activityOf({ branch, officers }: DemoBranch, occasion: Occasion, isHeld: boolean) {
  const secretary = officers.get('secretary')
  const startsAt = new Date(`${occasion.day}T${occasion.time}:00+08:00`)
  const endsAt = new Date(startsAt.getTime() + occasion.minutes * 60_000)
  const lecturer = occasion.kind === 'lecture' ? secretary : undefined
  const { kind, title, month, method, category } = occasion
  const activity: Activity = {
    kind,
    title,
    month,
    method,
    category,
    startsAt,
    endsAt,
    id: newId(),
    unitId: branch.unitId,
    organizationId: branch.id,
    place: `${branch.employer || branch.name}党员活动室`,
    hostName: secretary?.name ?? '',
    recorderName: (officers.get('publicityOfficer') ?? secretary)?.name ?? '',
    lecturerName: lecturer?.name ?? '',
    lecturerId: lecturer?.id ?? null,
    agenda: agendaOf(occasion, isHeld),
    calledAt: momentBefore(startsAt, 3),
    rollEndedAt: isHeld ? endsAt : null,
    minutes: isHeld ? minutesOf(occasion) : '',
    createdBy: secretary?.id ?? newId(),
    createdAt: momentBefore(startsAt, 10),
  }
  return activity
}

function attendanceOf(
  { id: memberId, zeal, floatingSince }: DemoMember,
  { id: activityId, unitId, startsAt }: Activity,
  dice: Dice,
) {
  const comes = dice.chance(floatingSince ? zeal * 0.45 : zeal)
  const mark = comes ? 'present' : dice.one(['excused', 'excused', 'absent'] as const)
  const seen = floatingSince ? 'remote' : dice.one(['rollCall', 'code'] as const)
  return {
    id: newId(),
    unitId,
    activityId,
    memberUnitId: unitId,
    memberId,
    mark,
    way: comes ? seen : 'rollCall',
    note: mark === 'excused' ? dice.one(['外出办事', '身体不适', '值班', '农忙']) : '',
    at: startsAt,
    byId: memberId,
  } as const
}

/** In portions that one statement carries well; all of one activity stay together. */
async function postAll(tx: Db, postings: readonly Posting[]): Promise<void> {
  const size = 4_000
  for (let from = 0; from < postings.length; from += size)
    await postHours(tx, postings.slice(from, from + size))
}

function minutesOf({ topic, title }: Occasion): string {
  return `${title}由支部书记主持。会议${topic}，与会党员围绕主题结合本职工作交流发言。会议对本月学习和组织生活情况作了小结，明确了下月安排。`
}

function isPast(moment: Date | null | undefined, now: Date): boolean {
  return moment !== null && moment !== undefined && moment < now
}

function momentBefore(moment: Date, days: number): Date {
  return new Date(moment.getTime() - days * 86_400_000)
}
