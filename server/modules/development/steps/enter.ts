import { entryKinds } from '@zhixing/contract/development-words.ts'
import type { Scene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import { conflict } from '../../../kernel/problem.ts'
import { markCase } from '../../procedures/index.ts'
import { ruleAt } from '../../rules/index.ts'
import { trainingOf } from '../rules/way.ts'
import { findEntries, keepEntry } from '../store/applicants.ts'
import type { Applicant } from '../store/applicants.ts'
import { requireDay } from './require.ts'

type Told = {
  readonly formId: string
  readonly kind: keyof typeof entryKinds
  readonly on: Day
  readonly text: string
  readonly minutes?: number
  readonly points?: number
  /** Of training held elsewhere, which may be counted in days. */
  readonly days?: number
  readonly facts?: Readonly<Record<string, number | string>>
}

/** Writes something into somebody's file once, and notes what steps wait for; whether it was new. */
export async function enter(
  { tx, now, actor }: Pick<Scene, 'tx' | 'now' | 'actor'>,
  applicant: Applicant,
  told: Told,
): Promise<boolean> {
  const { kind, on, minutes = 0, points = 0, days = 0, facts = {}, ...said } = told
  requireDay(applicant, on, dayOf(now))
  const lacks = kind === 'points' ? points === 0 && '分数' : minutes + days === 0 && '时长'
  if (lacks && (kind === 'points' || kind === 'training' || kind === 'service'))
    throw conflict('development.entryEmpty', { 类别: entryKinds[kind], 数量: lacks })
  const { unitId, id: applicantId, caseId } = applicant
  const by = { byId: actor.accountId, byName: actor.name, at: now }
  const isNew = await keepEntry(tx, {
    ...said,
    ...by,
    unitId,
    applicantId,
    kind,
    on,
    minutes,
    points,
    facts: days > 0 ? { ...facts, days } : facts,
  })
  const mark = isNew ? await markOf(tx, applicant, kind) : undefined
  if (mark) await markCase(tx, { unitId, caseId }, { marks: { [mark]: on }, now })
  return isNew
}

async function markOf(tx: Scene['tx'], applicant: Applicant, kind: Told['kind']) {
  if (kind === 'inspection') return 'inspected'
  if (kind !== 'training') return undefined
  const { unitId, id: applicantId, path, appliedOn } = applicant
  const entries = await findEntries(tx, { unitId, applicantId })
  const { minutes, days } = trainingOf(entries)
  const point = { path, day: appliedOn }
  const { value: hours } = await ruleAt(tx, 'dev.training', point)
  const { value: least } = await ruleAt(tx, 'dev.training.days', point)
  return minutes >= hours || days >= least ? 'trained' : undefined
}
