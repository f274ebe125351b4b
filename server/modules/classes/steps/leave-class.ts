import type { Db } from '../../../kernel/db.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import type { Class } from '../store/classes.ts'
import { changeEnrolment, lockEnrolment } from '../store/enrolments.ts'
import type { Enrolment } from '../store/enrolments.ts'
import { freeSeat, lockQuota } from '../store/quotas.ts'
import { promote } from './promote.ts'
import { requireState } from './require.ts'
import { followSeats } from './session.ts'

type Leaving = {
  readonly tx: Db
  readonly now: Date
  readonly actor: { readonly accountId: string; readonly name: string }
}

/** Out of a class or out of its line; the seat, if there was one, goes to the first who waits. */
export async function leaveClass(
  { tx, now, actor }: Leaving,
  kept: Class,
  { enrolment, reason }: { enrolment: Enrolment; reason: string },
) {
  requireState(kept, ['announced'], '变动名册')
  const { unitId, quotaId, name } = enrolment
  // The quota before the enrolment, as everywhere: two who leave at once take turns.
  const quota = quotaId ? await lockQuota(tx, { unitId, id: quotaId }) : undefined
  const held = await lockEnrolment(tx, enrolment)
  if (!held) throw missing('enrolments.unknown')
  if (held.state === 'withdrawn') throw conflict('enrolments.gone', { 姓名: name })
  await changeEnrolment(tx, held, { state: 'withdrawn', queue: null, reason })
  if (!quota || held.state !== 'enrolled') return []
  await freeSeat(tx, quota)
  const freed = { ...quota, taken: quota.taken - 1 }
  const promoted = await promote(
    tx,
    { kept, quota: freed },
    { accountId: actor.accountId, name: actor.name, now },
  )
  await followSeats(tx, { unitId, classId: kept.id }, now)
  return promoted
}
