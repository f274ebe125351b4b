import type { Db } from '../../../kernel/db.ts'
import { postHours } from '../../ledgers/index.ts'
import type { Posting } from '../../ledgers/index.ts'
import type { Held } from '../store/activities.ts'
import type { Record } from './read-record.ts'

type Occasion = {
  readonly memberIds: readonly string[]
  /** What may be posted only once. */
  readonly key: string
  readonly isMadeUp?: boolean
  readonly by: string
  readonly now: Date
}

/** Credits each who came by the rules of the day, and who taught for teaching. */
export async function postCredit(
  tx: Db,
  { activity }: Held,
  record: Record,
  { memberIds, key, isMadeUp = false, by, now }: Occasion,
) {
  const { kind, credit, day, isLate } = record
  const common = {
    unitId: activity.unitId,
    day,
    sourceId: activity.id,
    title: isMadeUp ? `${activity.title}（补课）` : activity.title,
    category: activity.category,
    level: 'branch',
    isLate,
    key,
    postedBy: by,
    at: now,
    // Who makes it up does so at some other time.
    startsAt: isMadeUp ? null : activity.startsAt,
    endsAt: isMadeUp ? null : activity.endsAt,
  } as const
  const postings = memberIds.map((memberId): Posting => ({
    ...common,
    ...worthOf(credit),
    memberId,
    source: kind.hours.source,
  }))
  const { lecturerId: memberId } = activity
  if (credit.taught && memberId && !isMadeUp)
    postings.push({ ...common, ...worthOf(credit.taught), memberId, source: 'teaching' })
  return postHours(
    tx,
    postings.filter(({ minutes }) => minutes > 0),
  )
}

function worthOf(
  worth: Pick<Posting, 'minutes' | 'ruleKey' | 'ruleFrom' | 'isCentralized' | 'isOnline'>,
) {
  const { minutes, ruleKey, ruleFrom, isCentralized, isOnline } = worth
  return { minutes, ruleKey, ruleFrom, isCentralized, isOnline }
}
