import type { Db } from '../../../kernel/db.ts'
import { Problem } from '../../../kernel/problem.ts'
import { sentenceOf } from '../../../kernel/refuse.ts'
import { convertHours, postHours, reverseHours } from '../../ledgers/index.ts'
import { judgeVisit } from '../rules/visit.ts'
import { changeVisit, findSaid } from '../store/visits.ts'
import type { Visit } from '../store/visits.ts'
import { neededFor, saidOf, showVisit } from './speak.ts'

type Doing = {
  readonly tx: Db
  readonly now: Date
  readonly actor: { readonly accountId: string; readonly personId: string }
  readonly title: string
}

/** After anybody has spoken: what the visit now is, and the hours that follow, once, whoever spoke first. */
export async function rejudge(doing: Doing, visit: Visit) {
  const { tx, actor } = doing
  const said = (await findSaid(tx, [visit.id]))(visit.id)
  const needed = await neededFor(tx, visit)
  const { state, minutes } = judgeVisit(saidOf(visit, said), needed)
  const credit = await creditOf(doing, visit, state === 'attested' ? minutes : 0)
  const kept = await changeVisit(tx, visit, { ...credit, state })
  return { visit: kept, shown: showVisit(kept, said, { needed, personId: actor.personId }) }
}

async function creditOf({ tx, now, actor, title }: Doing, visit: Visit, clockMinutes: number) {
  const { unitId, id, memberId, path, day, creditedMinutes, postings } = visit
  const study = { source: 'homeDelivery', clockMinutes, level: 'branch', days: 1 } as const
  const worth = await convertHours(tx, { path, day }, study)
  if (worth.minutes === creditedMinutes) return { problem: '' }
  if (creditedMinutes > 0) {
    const reason = clockMinutes > 0 ? '时长有了新的说法，重新计算' : '上门不再成立'
    await reverseHours(tx, { unitId, sourceIds: [id], reason, by: actor.accountId, now })
  }
  if (worth.minutes === 0) return { creditedMinutes: 0, problem: '' }
  const entry = {
    ...worth,
    unitId,
    memberId,
    day,
    source: 'homeDelivery',
    sourceId: id,
    title: `送学上门：${title}`,
    level: 'branch',
    key: `visit:${id}:${postings + 1}`,
    postedBy: actor.accountId,
    at: now,
  } as const
  // What was said at the door is kept even where its hours cannot be: the reason stands beside it.
  try {
    await tx.transaction((inner) => postHours(inner, [entry]))
    return { creditedMinutes: worth.minutes, postings: postings + 1, problem: '' }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { creditedMinutes: 0, problem: sentenceOf(error) }
  }
}
