import type { contract, Input } from '@zhixing/contract'
import type { Scene } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { opinionsOf } from '../../procedures/index.ts'
import type { Case } from '../../procedures/index.ts'
import { refuseConclusion, vetoes } from '../rules/review.ts'
import { recommendationLacks, recommendedBy } from '../rules/selection.ts'
import { findEntries } from '../store/applicants.ts'
import type { Applicant } from '../store/applicants.ts'
import { findSubjects } from '../store/tasks.ts'
import { practiceAt } from './practice.ts'

type Asked = Input<typeof contract.development.decide>
type Standing = { readonly applicant: Applicant; readonly found: Case }

/** What a step rests on besides days and papers: recommendations, findings, and no department against it. */
export async function requireGrounds(
  { tx }: Scene,
  { applicant, found }: Standing,
  input: Asked,
): Promise<void> {
  const { step, outcome, reason } = input
  if (outcome !== 'pass') return
  const practice = await practiceAt(tx, applicant.path)
  if (step === 'activist') {
    const lacks = recommendationLacks(recommendedBy(practice, await findEntries(tx, input)))
    if (lacks.length > 0) throw conflict('development.recommendLacks', { 缺: lacks.join('、') })
  }
  if (step === 'review') {
    const refusal = refuseConclusion(await findSubjects(tx, input), reason)
    if (refusal) throw conflict(refusal.reason, refusal.words)
  }
  if (step === 'review' || step === 'prereview') {
    const opinions = await opinionsOf(tx, applicant.unitId, [found.id])
    const mighty = practice.departments.filter(({ isVeto }) => isVeto).map(({ name }) => name)
    const against = vetoes(
      opinions.filter((one) => one.step === step),
      mighty,
    )
    if (against.length > 0) throw conflict('development.veto', { 部门: against.join('、') })
  }
}
