import { addDays, dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { ballotsAt } from '../../ballots/index.ts'
import { rulesAt } from '../../rules/index.ts'
import { kindOf } from '../kinds/index.ts'
import { lacksOf } from '../rules/closing.ts'
import { ballotLacks } from '../rules/motion-ballot.ts'
import { electorateOf, motionLacks } from '../rules/motion.ts'
import { quorumOf } from '../rules/quorum.ts'
import { rollOf } from '../rules/roll.ts'
import type { Held } from '../store/activities.ts'
import { findAttendances } from '../store/attendances.ts'
import { findClosure } from '../store/closures.ts'
import { findKnown, findListed, findPeople } from '../store/people.ts'
import { readCredit } from './read-credit.ts'
import { readMotions } from './read-motions.ts'

export type Record = Awaited<ReturnType<typeof readRecord>>

/** Everything about one activity that follows from the roster, the roll and the rules of its day. */
export async function readRecord(db: Reader, { activity, path }: Held, now: Date) {
  const kind = kindOf(activity.kind)
  const key = { unitId: activity.unitId, activityId: activity.id }
  const day = dayOf(activity.startsAt)
  const rules = await rulesAt(db, ['activity.late.days', 'vote.quorum', 'vote.pass'], { path, day })
  const credit = await readCredit(db, kind, activity, { path, day })

  const people =
    kind.due === 'listed'
      ? await findListed(db, key, day)
      : await findPeople(db, activity, kind.due, day)
  const attendances = await findAttendances(db, key)
  const closure = await findClosure(db, key)
  const known = attendances.length > 0 ? await findKnown(db, key) : new Map()
  const isPart = activity.gathering !== 'whole'
  const roll = rollOf(people, attendances, { known, isClosed: closure !== undefined, isPart })
  const quorum = quorumOf(kind, roll, rules['vote.quorum'].value)
  const shares = { quorum: rules['vote.quorum'].value, pass: rules['vote.pass'].value }
  const electorate = electorateOf(kind, roll, shares)
  const motions = await readMotions(db, key)
  const ballots = await ballotsAt(db, key.unitId, `activity:${activity.id}`)
  const hasBegun = now >= activity.startsAt
  const inTimeUntil = addDays(day, rules['activity.late.days'].value)
  return {
    kind,
    key,
    day,
    rules,
    attendances,
    closure,
    roll,
    quorum,
    electorate,
    motions,
    ballots,
    hasBegun,
    credit,
    inTimeUntil,
    isLate: dayOf(now) > inTimeUntil,
    lacks: [
      ...lacksOf(kind, activity, { roll, quorum, hasBegun }),
      ...motionLacks(motions, electorate),
      ...ballotLacks(ballots),
    ],
  }
}
