import { dayOf } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { nameKeyOf } from '../../../kernel/name-key.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { cohortName, fits } from '../catalogue/fit.ts'
import { quotaFor } from '../rules/seats.ts'
import { lockClass } from '../store/classes.ts'
import type { Class, ClassKey } from '../store/classes.ts'
import {
  changeEnrolment,
  findEnrolmentOf,
  keepEnrolment,
  lockEnrolment,
  positionOf,
} from '../store/enrolments.ts'
import { followSeats } from './session.ts'
import { drawNumber, findQuotas, takeSeat } from '../store/quotas.ts'
import { findSessions } from '../store/sessions.ts'

export type Learner = {
  readonly memberUnitId: string
  readonly memberId: string
  readonly name: string
  readonly organizationId: string
  readonly organizationName: string
  readonly path: string
}

type Doing = {
  readonly tx: Db
  readonly now: Date
  readonly byId: string
  readonly way: 'nominated' | 'self' | 'list'
}

/** A class that takes people, kept from changing; unknown to those whom none of its seats concerns. */
export async function openClass(
  tx: Db,
  key: ClassKey,
  { reach, learner, now }: { reach: Reach; learner: Learner; now: Date },
) {
  const held = await lockClass(tx, ['/'], key, 'share')
  if (!held) throw missing('classes.unknown')
  const { kept } = held
  const quota = quotaFor(await findQuotas(tx, key), learner.path)
  const isHidden = kept.announcedAt === null || !quota
  if (isHidden && !covers(reach, kept.path)) throw missing('classes.unknown')
  const words = { 名称: kept.title, 姓名: learner.name }
  if (['completed', 'settled', 'archived', 'cancelled'].includes(kept.state))
    throw conflict('enrolments.over', words)
  if (kept.state !== 'announced') throw conflict('enrolments.notOpen', words)
  if (!quota) throw conflict('enrolments.noQuota', words)
  if (kept.enrolBy < dayOf(now)) throw conflict('enrolments.late', { ...words, 日期: kept.enrolBy })
  if (!(await fits(tx, kept, learner)))
    throw conflict('enrolments.cohort', { ...words, 对象: cohortName(kept.kind) })
  return { kept, quota }
}

/** A seat if there is one, else the end of the line. The counter of the quota decides, then the key of the member. */
export async function enrolMember(
  { tx, now, byId, way }: Doing,
  kept: Class,
  { learner, quotaId }: { learner: Learner; quotaId: string },
) {
  const { unitId, id: classId, title } = kept
  const { path: _, ...facts } = learner
  const already = conflict('enrolments.already', { 姓名: learner.name, 名称: title })
  const before = await findEnrolmentOf(tx, { unitId, classId }, learner)
  if (before && before.state !== 'withdrawn') throw already

  // Asked before the seat is taken, because until the end everybody else waits for the counter; the class is held, so
  // no lesson can be added meanwhile.
  const isPlanned = (await findSessions(tx, { unitId, classId })).length > 0
  const quota = { unitId, id: quotaId }
  const isSeated = await takeSeat(tx, quota)
  const queue = isSeated ? null : await drawNumber(tx, quota)
  const state = isSeated ? ('enrolled' as const) : ('waiting' as const)
  const row = { ...facts, quotaId, state, queue, way, byId, at: now, reason: '' }
  if (before) {
    const held = await lockEnrolment(tx, before)
    if (held?.state !== 'withdrawn') throw already
    await changeEnrolment(tx, held, row)
  } else {
    const named = { nameKey: nameKeyOf(learner.name), learnerKind: 'member' as const }
    if (!(await keepEnrolment(tx, { ...row, ...named, id: newId(), unitId, classId })))
      throw already
  }
  if (isSeated && isPlanned) await followSeats(tx, { unitId, classId }, now)
  return { state, position: await positionOf(tx, { unitId, quotaId, queue }) }
}
