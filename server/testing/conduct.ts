import { newId } from '../kernel/ids.ts'
import { close } from '../modules/activities/acts/close.ts'
import { propose } from '../modules/activities/acts/motions/propose.ts'
import { count } from '../modules/ballots/acts/count.ts'
import { openBallot } from '../modules/activities/acts/motions/open-ballot.ts'
import { vote } from '../modules/activities/acts/motions/vote.ts'
import { markRest } from '../modules/activities/acts/mark-rest.ts'
import { attendances, closures } from '../modules/activities/table.ts'
import { showActivity } from '../modules/activities/views/show.ts'
import { look } from '../modules/conduct/acts/look.ts'
import { open } from '../modules/talks/acts/open.ts'
import { record } from '../modules/talks/acts/record.ts'
import type { Db } from '../kernel/db.ts'
import { dayOf } from '../kernel/calendar.ts'
import { finished, planned } from './theme-day.ts'
import { plantActivity } from './world.ts'
import type { Organization, Person } from './world.ts'

type Mark = 'present' | 'absent' | 'excused'

/** A meeting on a day that was held and closed, with how somebody stood at it. */
export async function plantMeeting(
  db: Db,
  branch: Organization,
  { person, day, mark }: { person: Person; day: string; mark: Mark },
): Promise<void> {
  const { unitId } = branch
  const startsAt = new Date(`${day}T02:00:00Z`)
  const when = { month: day.slice(0, 7), startsAt, endsAt: startsAt, title: '主题党日' }
  const { activityId } = await plantActivity(db, branch, when)
  const closed = { closedAt: startsAt, closedBy: newId(), closedByName: '书记' }
  await db
    .insert(closures)
    .values({ unitId, activityId, isLate: false, postedMinutes: 0, ...closed })
  const who = { memberUnitId: unitId, memberId: person.actor.personId, byId: newId() }
  await db
    .insert(attendances)
    .values({ unitId, activityId, mark, way: 'rollCall', at: startsAt, ...who })
}

/** A talk with somebody, held on the day of the caller's clock. */
export async function talkWith(secretary: Person, person: Person): Promise<void> {
  const day = dayOf(secretary.now())
  const { unitId, personId: memberId } = person.actor
  const who = { place: '党员活动室', talkerName: '支部书记', cause: '履行义务情况' }
  const key = await open(secretary, { unitId, memberId, plannedOn: day, ...who })
  const said = { content: '问清了原因，讲明了要求', promise: '', heldOn: day }
  const followUpOn = dayOf(new Date(secretary.now().getTime() + 10 * 86_400_000))
  await record(secretary, { ...key, version: 0, ...said, followUpOn })
}

type Resolved = { text: string; votes: readonly [number, number]; hands?: boolean }

/** A member meeting that votes on a text, on printed slips or by hands, with so many in favour and against, and is closed. */
export async function resolvedBy(
  secretary: Person,
  branch: Organization,
  { text, votes: [inFavour, against], hands = false }: Resolved,
) {
  const key = await planned(secretary, branch.id, { kind: 'memberMeeting' })
  const motionId = newId()
  await propose(secretary, { ...key, motionId, text, proposerName: '', discussion: '' })
  await markRest(secretary, { ...key, mark: 'present' })
  const shown = await showActivity(secretary, key)
  const version = shown.motions.find((one) => one.motionId === motionId)?.version ?? 0
  const put = { ...key, motionId, version }
  await (hands
    ? vote(secretary, { ...put, inFavour, against, abstained: 0 })
    : countSlips(secretary, put, { inFavour, against }))
  await close(secretary, await finished(secretary, key))
  return { activityId: key.activityId, motionId }
}

type Put = Omit<Parameters<typeof openBallot>[1], 'way' | 'ballotKind' | 'isAgain'>

async function countSlips(
  secretary: Person,
  put: Put,
  counts: { readonly inFavour: number; readonly against: number },
) {
  const slips = { way: 'paper', ballotKind: 'disposal', isAgain: false } as const
  const { ballotId } = await openBallot(secretary, { ...put, ...slips })
  const cast = counts.inFavour + counts.against
  const lines = [{ key: 'motion', counts }]
  await count(secretary, {
    unitId: put.unitId,
    ballotId,
    tellers: ['监票甲', '计票乙'],
    paper: { issued: cast, returned: cast, invalid: 0, lines },
    written: null,
  })
}

/** The form of a case as its page reads it. */
export async function caseForm(reader: Person, key: { unitId: string; caseId: string }) {
  const { version, step } = await look(reader, key)
  return { ...key, version, step }
}
