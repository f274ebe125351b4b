import type { Db } from '../../../kernel/db.ts'
import { postOrWait } from '../../ledgers/index.ts'
import type { Posting } from '../../ledgers/index.ts'
import type { Held } from '../store/activities.ts'
import type { Record } from './read-record.ts'

export type Learner = {
  readonly memberUnitId: string
  readonly memberId: string
  readonly standing?: string
}

type Occasion = {
  readonly people: readonly Learner[]
  /** What may be posted only once. */
  readonly key: string
  readonly isMadeUp?: boolean
  readonly by: string
  readonly now: Date
}

/** Credits each who came by the rules of the day, in the unit that keeps them, and who taught for teaching. */
export async function postCredit(
  tx: Db,
  { activity }: Held,
  record: Record,
  { people, key, isMadeUp = false, by, now }: Occasion,
): Promise<{ readonly minutes: number; readonly waiting: readonly string[] }> {
  const { kind, credit, day, isLate } = record
  const common = {
    day,
    sourceId: activity.id,
    title: isMadeUp ? `${activity.title}（补课）` : activity.title,
    category: activity.category,
    heading: activity.heading,
    level: activity.level,
    isLate,
    key,
    postedBy: by,
    at: now,
    // Who makes it up does so at some other time.
    startsAt: isMadeUp ? null : activity.startsAt,
    endsAt: isMadeUp ? null : activity.endsAt,
  } as const
  const postings = people.map(({ memberUnitId, memberId }): Posting => ({
    ...common,
    ...worthOf(credit),
    unitId: memberUnitId,
    memberId,
    source: kind.hours.source,
  }))
  const { lecturerId: memberId, lecturerUnitId, unitId } = activity
  const taught = { ...common, unitId: lecturerUnitId ?? unitId, source: 'teaching' } as const
  if (credit.taught && memberId && !isMadeUp)
    postings.push({ ...taught, ...worthOf(credit.taught), memberId })
  // Two hosts may report one guest for the same hour: both records stay, one counts.
  const guests = new Set(
    people.filter(({ standing }) => standing === 'guest').map((one) => one.memberId),
  )
  const worthy = postings.filter(({ minutes }) => minutes > 0)
  return postByUnit(tx, worthy, guests)
}

/** In the order of the units, as everybody does who posts to several: nobody waits in a circle. */
async function postByUnit(tx: Db, postings: readonly Posting[], guests: ReadonlySet<string>) {
  const units = Map.groupBy(postings, ({ unitId }) => unitId)
  let minutes = 0
  const waiting: string[] = []
  for (const unitId of [...units.keys()].toSorted()) {
    // oxlint-disable-next-line no-await-in-loop
    const posted = await postOrWait(tx, units.get(unitId) ?? [], guests)
    minutes += posted.minutes
    waiting.push(...posted.waiting)
  }
  return { minutes, waiting }
}

function worthOf(
  worth: Pick<Posting, 'minutes' | 'ruleKey' | 'ruleFrom' | 'isCentralized' | 'isOnline'>,
) {
  const { minutes, ruleKey, ruleFrom, isCentralized, isOnline } = worth
  return { minutes, ruleKey, ruleFrom, isCentralized, isOnline }
}
