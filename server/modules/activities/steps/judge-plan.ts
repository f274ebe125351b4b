import type { PlanFacts } from '@zhixing/contract'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import type { Place } from '../../../kernel/reach.ts'
import { requireTopic } from '../../topics/index.ts'
import { ruleAt } from '../../rules/index.ts'
import type { MeetingKind } from '../rules/kind.ts'
import { refusePlan } from '../rules/plan.ts'
import { findInUnit } from '../store/people.ts'

/** Refuses what may not be planned, and gives the columns of what may. */
export async function judgePlan(
  tx: Db,
  kind: MeetingKind,
  plan: PlanFacts,
  { unitId, path }: Place,
) {
  const startsAt = new Date(plan.startsAt)
  const day = dayOf(startsAt)
  const { value: makeUpDays } = await ruleAt(tx, 'meeting.makeup.days', { path, day })
  const refusal = refusePlan(kind, plan, makeUpDays)
  if (refusal) throw conflict(refusal.reason, refusal.words)

  if (plan.lecturerId && !(await findInUnit(tx, unitId, plan.lecturerId)))
    throw missing('activities.lecturerUnknown')

  for (const { topicId } of plan.agenda)
    // oxlint-disable-next-line no-await-in-loop
    if (topicId) await requireTopic(tx, topicId, path)

  const { title, month, place, link, hostName, recorderName, lecturerName } = plan
  const {
    lecturerId,
    agenda,
    method,
    category,
    gathering,
    occasion,
    heading,
    planItemId,
    campaignAskId,
  } = plan
  const words = { title, month, place, link, hostName, recorderName, lecturerName }
  const endsAt = new Date(plan.endsAt)
  const speaker = kind.hasLecturer ? plan.speaker : null
  const lectureType = kind.hasLecturer ? (plan.lectureType ?? 'lesson') : null
  const study = { lecturerId, agenda, method, category, speaker, lectureType }
  const named = { occasion, heading, planItemId, campaignAskId }
  return { ...words, ...study, ...named, startsAt, endsAt, gathering }
}
