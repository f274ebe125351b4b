import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { addMonths, dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import { unlessBroken } from '../../../kernel/constraint.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import type { Input } from '@zhixing/contract'
import { maskIdNumber } from '../../members/index.ts'
import { isBranch, requireLive } from '../../organizations/index.ts'
import { startCase } from '../../procedures/index.ts'
import { ruleAt } from '../../rules/index.ts'
import { versionOn, versions } from '../catalogue/versions.ts'
import { oddStep } from '../rules/person.ts'
import { stageOf } from '../rules/way.ts'
import { columnsOf, personOf, requireAge } from '../steps/person.ts'
import { findByForm, findMemberByNumber, keepApplicant } from '../store/applicants.ts'

type Told = Input<typeof contract.development.register>

/** An application opens a case under the rules of its day; what was done before the platform is taken over. */
export const register = act(contract.development.register, async (scene, input) => {
  const { tx, now, actor, reach, vault } = scene
  const { organizationId, formId, appliedOn, past } = input
  const today = dayOf(now)
  const branch = await requireLive(tx, reach, organizationId)
  if (!isBranch(branch.kind)) throw conflict('development.notBranch', { 组织: branch.name })
  const { unitId, path } = branch
  const known = await findByForm(tx, unitId, formId)
  if (known) return { value: { unitId, applicantId: known }, place: branch, change: 'none' }

  if (appliedOn > today) throw conflict('development.appliedLater')
  const facts = personOf(input, today)
  await requireAge(scene, { path, bornOn: facts.bornOn, appliedOn })
  const ruleVersion = versionOn(appliedOn)
  requireOrder(input, today)
  const idNumberIndex = vault.index(facts.idNumber)
  const memberId = await memberOf(scene, input, { unitId, indexes: vault.indexes(facts.idNumber) })

  const applicantId = newId()
  const caseId = await openCase(scene, input, { unitId, path, applicantId, name: facts.name })
  const of = { unitId, id: applicantId, organizationId, path, formId, caseId, appliedOn }
  const by = { byId: actor.accountId, at: now }
  const kept = { ...of, ...columnsOf(facts, vault), ...by, memberId, ruleVersion, idNumberIndex }
  await unlessBroken(
    keepApplicant(tx, {
      ...kept,
      isFrontline: input.isFrontline,
      abilities: input.abilities,
      stage: stageOf(past.map(({ step }) => step)),
      approvedOn: past.find(({ step }) => step === 'approve')?.on ?? null,
    }),
    'applicants_on_the_way_once',
    conflict('development.known'),
  )
  const { name, idNumber } = facts
  const after = { name, idNumber: maskIdNumber(idNumber), appliedOn, ruleVersion }
  return {
    value: { unitId, applicantId },
    place: branch,
    change: { subject: `applicant:${applicantId}`, after },
  }
})

/** What was done before follows the steps, one after the other. */
function requireOrder({ appliedOn, past }: Told, today: Day): void {
  const { steps } = versions[versionOn(appliedOn)]
  const odd = oddStep(past, steps, { from: appliedOn, today })
  if (!odd) return
  const named = steps.find(({ key }) => key === odd.step)
  throw conflict('development.past', { 步骤: named?.name ?? odd.step })
}

type Opened = {
  readonly unitId: string
  readonly path: string
  readonly applicantId: string
  readonly name: string
}

async function openCase(scene: Scene, { organizationId, appliedOn, past }: Told, opened: Opened) {
  const { tx, now, actor } = scene
  const { unitId, path, applicantId, name } = opened
  const met = past.find(({ step }) => step === 'meeting')?.on
  return startCase(tx, versions[versionOn(appliedOn)], {
    unitId,
    organizationId,
    path,
    subject: `applicant:${applicantId}`,
    title: name,
    by: actor,
    now,
    on: appliedOn,
    past: past.map((one) => ({ ...one, reason: '平台启用前办理，补录' })),
    marks: met ? { probationEnds: await probationEndOf(scene, { path, appliedOn, met }) } : {},
  })
}

/** Whoever was approved before is on the roll as a probationary member; whoever was not, is not on it. */
async function memberOf(
  { tx }: Scene,
  input: Told,
  who: { unitId: string; indexes: readonly string[] },
) {
  const member = await findMemberByNumber(tx, who)
  const isApproved = input.past.some(({ step }) => step === 'approve')
  if (!isApproved) {
    if (member) throw conflict('development.member')
    return null
  }
  if (member?.stage !== 'probationary' || member.organizationId !== input.organizationId)
    throw conflict('development.notOnRoll')
  return member.id
}

async function probationEndOf(
  { tx }: Scene,
  { path, appliedOn, met }: { path: string; appliedOn: Day; met: Day },
): Promise<Day> {
  const { value: months } = await ruleAt(tx, 'dev.probation', { path, day: appliedOn })
  return addMonths(met, months)
}
