import { excuseReasons } from '@zhixing/contract/words.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { cohortsOf, findSubjects } from '../../audience/index.ts'
import type { Subject } from '../../audience/index.ts'
import { committeePosts } from '../../ledgers/index.ts'
import { members } from '../../members/table.ts'
import type { Frame } from './frame.ts'
import type { Stand } from './look.ts'
import { tellingCohort } from '../rules/cohort.ts'
import { comingFor } from '../rules/planned.ts'

const committee: ReadonlySet<string> = new Set(committeePosts)

/** Rows as screens show them: with what explains a person, and what comes next for them. */
export async function progressOf(db: Reader, frame: Frame, stands: readonly Stand[]) {
  const ids = stands.map(({ memberId }) => memberId)
  const [unitId, ...others] = new Set(stands.map((stand) => stand.unitId))
  const only = others.length === 0 ? unitId : undefined
  const found = await findSubjects(db, oneOf(members.id, ids), frame.day, only)
  const subjectOf = new Map(found.map((one) => [`${one.unitId}:${one.memberId}`, one]))
  return stands.map((stand) =>
    progress(frame, stand, subjectOf.get(`${stand.unitId}:${stand.memberId}`)),
  )
}

export function comingOf(frame: Frame, stand: Stand, subject: Subject | undefined) {
  const sitsOnCommittee = subject?.posts.some(({ post }) => committee.has(post)) ?? false
  if (stand.standing === 'excused') return []
  return comingFor(frame.planned, { ...stand, sitsOnCommittee }).map(({ day, title, minutes }) => ({
    day,
    title,
    minutes,
  }))
}

/** One of them, with what is known of the person. */
export function progress(frame: Frame, stand: Stand, subject: Subject | undefined) {
  const { timesDone, timesDue, deadline, excuseReason } = stand
  return {
    unitId: stand.unitId,
    memberId: stand.memberId,
    name: stand.name,
    organizationId: stand.organizationId,
    branchName: stand.branchName,
    cohort: subject ? tellingCohort(cohortsOf(subject, frame.day)) : '',
    doneMinutes: stand.doneMinutes,
    dueNowMinutes: stand.dueNowMinutes,
    dueYearMinutes: stand.dueYearMinutes,
    plannedMinutes: stand.plannedMinutes,
    times: deadline ? { done: timesDone ?? 0, due: timesDue ?? 0, deadline } : null,
    standing: stand.standing,
    coming: comingOf(frame, stand, subject)[0] ?? null,
    excuse: excuseReason ? excuseReasons[excuseReason] : null,
  }
}
