import { contract } from '@zhixing/contract'
import type { Input } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { addMonths, dayOf, yearOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import { conflict } from '../../../kernel/problem.ts'
import { decideCase } from '../../procedures/index.ts'
import type { Case } from '../../procedures/index.ts'
import { rulesAt } from '../../rules/index.ts'
import { refuseEnding, resolutionOf, stageAfter } from '../rules/way.ts'
import { admit, confirm, dismiss } from '../steps/membership.ts'
import { requireGrounds } from '../steps/conclude.ts'
import { requireOnTheWay, subjectOf } from '../steps/require.ts'
import { requireVote } from '../steps/vote.ts'
import { changeApplicant } from '../store/applicants.ts'
import { endContacts } from '../store/contacts.ts'
import { countAdmitted, lockQuotas } from '../store/quotas.ts'
import type { Applicant } from '../store/applicants.ts'

type Asked = Input<typeof contract.development.decide>
type Standing = { readonly applicant: Applicant; readonly found: Case; readonly stepName: string }

/** One of the twenty-five steps. The case judges order, days and papers; here is judged what only admission knows. */
export const decide = act(contract.development.decide, async (scene, input) => {
  const { tx, now, actor } = scene
  const { unitId, applicantId, step, outcome, on, reason, papers } = input
  const standing = await requireOnTheWay(scene, input)
  const { applicant } = standing
  const marks = await marksOf(scene, standing, input)
  // First by whom and when, which the case knows; then what it says.
  const decided = await decideCase(
    tx,
    { unitId, caseId: applicant.caseId },
    { step, outcome, reason, papers, on, marks, actor, now },
  )
  await requireGrounds(scene, standing, input)
  await requireVote(scene, standing, input)
  if (step === 'approve' && outcome === 'pass') await requireQuota(scene, applicant, on)
  const stage = stageAfter(applicant.stage, step, outcome)
  await changeApplicant(tx, applicant, {
    stage,
    ...(await membership(scene, standing, input)),
    ...(step === 'confirmMeeting' ? { resolution: resolutionOf(outcome) ?? null } : {}),
    ...(step === 'confirmMeeting' ? { extensionMonths: input.months } : {}),
    ...(marks['probationEnds'] && outcome === 'extend' ? { extendedOn: on } : {}),
    ...(stage === 'ended' ? { endedOn: on } : {}),
  })
  if (decided.state !== 'open') await endContacts(tx, { unitId, applicantId }, dayOf(now))
  return {
    value: { stage, next: decided.next, isLate: decided.isLate },
    place: applicant,
    change: {
      subject: subjectOf(applicant),
      before: { stage: applicant.stage },
      after: { stage, step, outcome, on, reason },
    },
  }
})

/** Days that later steps count from: the end of probation, first of a year from the meeting, then of the extension. */
async function marksOf(
  { tx }: Scene,
  { applicant, found }: Standing,
  { step, outcome, on, months }: Asked,
): Promise<Record<string, Day>> {
  const point = { path: applicant.path, day: applicant.appliedOn }
  const keys = ['dev.probation', 'dev.extension.min', 'dev.extension.max'] as const
  const rules = await rulesAt(tx, keys, point)
  const limits = {
    least: rules['dev.extension.min'].value,
    most: rules['dev.extension.max'].value,
  }
  const refusal = refuseEnding(applicant, { step, outcome, months }, limits)
  if (refusal) throw conflict(refusal.reason, refusal.words)
  if (step === 'meeting' && outcome === 'pass')
    return { probationEnds: addMonths(on, rules['dev.probation'].value) }
  const ends = found.marks['probationEnds']
  if (step === 'confirmApprove' && outcome === 'extend' && ends)
    return { probationEnds: addMonths(ends, applicant.extensionMonths ?? limits.least) }
  return {}
}

/** No more are admitted than the plans of the organization and of all above it allow. */
async function requireQuota({ tx }: Scene, { path }: Applicant, on: Day): Promise<void> {
  const year = yearOf(on)
  for (const { quota, path: below, name } of await lockQuotas(tx, path, year))
    // As many as there are levels, and one after the other under lock.
    // oxlint-disable-next-line no-await-in-loop
    if ((await countAdmitted(tx, below, year)) >= quota.persons)
      throw conflict('development.quota', { 组织: name, 年份: year, 名额: quota.persons })
}

/** On the roll, full, or off it again: nothing of this is typed twice. */
async function membership(scene: Scene, { applicant, found }: Standing, input: Asked) {
  const { step, outcome, on } = input
  if (step === 'approve' && outcome === 'pass') {
    const joinedOn = found.marks['meeting'] ?? on
    return { memberId: await admit(scene, applicant, joinedOn), approvedOn: on }
  }
  if (step !== 'confirmApprove') return {}
  if (outcome === 'confirm') {
    const confirmedOn = found.marks['probationEnds'] ?? on
    await confirm(scene, applicant, confirmedOn)
    return { confirmedOn }
  }
  if (outcome === 'cancel') await dismiss(scene, applicant, on)
  return {}
}
