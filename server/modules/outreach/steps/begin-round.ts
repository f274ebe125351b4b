import { dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { isExcused } from '../../audience/index.ts'
import { findMembersOf } from '../../members/index.ts'
import { sendNotice } from '../../notices/index.ts'
import { keepRound, keepStops, keepVisitors } from '../store/rounds.ts'

type NewRound = {
  readonly unitId: string
  readonly organizationId: string
  readonly path: string
  /** Made by whoever asks: the same asked twice is one round. */
  readonly formId: string
  readonly title: string
  readonly from: Day
  readonly until: Day
  readonly packId: string | null
  /** Whom to visit, all of them excused, and who goes. */
  readonly memberIds: readonly string[]
  readonly visitors: readonly { readonly memberId: string; readonly name: string }[]
  readonly by: { readonly accountId: string; readonly name: string }
  readonly now: Date
}

/** Those of them whom article 23 excuses today, below these places. */
export function findExcused(
  tx: Db,
  from: string[],
  { unitId, memberIds, now }: Pick<NewRound, 'unitId' | 'memberIds' | 'now'>,
) {
  return findMembersOf(tx, from, { unitId, memberIds, where: isExcused(dayOf(now)).sql })
}

/** A round with its route and its visitors, who are told. */
export async function beginRound(tx: Db, { memberIds, visitors, by, now, ...facts }: NewRound) {
  const id = newId()
  const { unitId, path, title, from, until } = facts
  const round = await keepRound(tx, { ...facts, byId: by.accountId, at: now, id })
  if (round.id !== id) return { roundId: round.id, isNew: false }
  const key = { unitId, roundId: id }
  await keepVisitors(tx, key, visitors)
  const stops = memberIds.map((memberId) => ({ memberId, plannedOn: null, note: '' }))
  await keepStops(tx, key, { stops, today: dayOf(now) })
  await sendNotice(tx, {
    unitId,
    path,
    key: `round:${id}`,
    kind: 'outreach',
    from: by.name,
    fromId: by.accountId,
    title: `送学上门：${title}`,
    body: `请在 ${from} 至 ${until} 间给 ${memberIds.length} 名党员送学上门。出门前在手机上打开一次，没有网络也能登记。`,
    link: '/outreach',
    personIds: visitors.map(({ memberId }) => memberId),
    now,
  })
  return { roundId: id, isNew: true }
}
