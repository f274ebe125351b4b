import type { Scene } from '../../../kernel/act.ts'
import type { Day } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { lockCase } from '../../procedures/index.ts'
import { lockApplicant } from '../store/applicants.ts'
import type { Applicant, Key } from '../store/applicants.ts'

export const subjectOf = ({ id }: Pick<Applicant, 'id'>) => `applicant:${id}`

/** Somebody still on the way, held still with their case. */
export async function requireOnTheWay({ tx, reach }: Pick<Scene, 'tx' | 'reach'>, key: Key) {
  const applicant = await lockApplicant(tx, reach, key)
  if (!applicant) throw missing('development.unknown')
  const found = await lockCase(tx, { unitId: key.unitId, caseId: applicant.caseId })
  if (found?.state !== 'open') throw conflict('development.over', { 姓名: applicant.name })
  const step = found.steps.find((one) => one.key === found.step)
  return { applicant, found, stepName: step?.name ?? found.step }
}

/** A day in somebody's file lies between their application and today. */
export function requireDay({ appliedOn }: Applicant, on: Day, today: Day): void {
  if (on < appliedOn || on > today)
    throw conflict('development.entryDay', { 申请: appliedOn, 今天: today })
}
