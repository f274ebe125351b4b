import { contract } from '@zhixing/contract'
import type { Input } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { unlessBroken } from '../../../kernel/constraint.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict } from '../../../kernel/problem.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { changedFacts } from '../rules/person.ts'
import { columnsOf, personOf, requireAge } from '../steps/person.ts'
import { requireOnTheWay, subjectOf } from '../steps/require.ts'
import { changeApplicant, keepEntry } from '../store/applicants.ts'
import type { Applicant } from '../store/applicants.ts'

type Told = Input<typeof contract.development.correct>

/** What was written down wrong about somebody is put right; which of it, and why, stays in the chronicle. */
export const correct = act(contract.development.correct, async (scene, input) => {
  const { tx, now, actor, vault } = scene
  const { unitId, applicantId, formId, reason } = input
  const { applicant } = await requireOnTheWay(scene, input)
  if (applicant.version !== input.version) throw conflict('input.stale')
  const told = { ...input, ...sealedOf(applicant, input, vault) }
  const facts = personOf(told, dayOf(now))
  await requireAge(scene, { ...applicant, bornOn: facts.bornOn })
  const set = {
    ...columnsOf(facts, vault),
    isFrontline: input.isFrontline,
    abilities: input.abilities,
    idNumberIndex: vault.index(facts.idNumber),
  }
  const fields = changedFacts(applicant, set, {
    phone: input.phone !== '',
    address: input.address !== '',
  })
  if (fields.length === 0) throw conflict('development.corrected')
  const text = `更正${fields.join('、')}：${reason}`
  const by = { byId: actor.accountId, byName: actor.name, at: now }
  const on = dayOf(now)
  await keepEntry(tx, { unitId, applicantId, kind: 'corrected', on, text, formId, ...by })
  await unlessBroken(
    changeApplicant(tx, applicant, set),
    'applicants_on_the_way_once',
    conflict('development.known'),
  )
  const after = { 更正: fields.join('、'), name: facts.name, reason }
  return {
    value: { version: applicant.version + 1 },
    place: applicant,
    change: { subject: subjectOf(applicant), before: { name: applicant.name }, after },
  }
})

/** What the form shows masked comes back empty and stays as it is. */
function sealedOf(applicant: Applicant, told: Told, vault: Vault) {
  const kept = (given: string, sealed: string | null) =>
    given !== '' || sealed === null ? given : vault.open(sealed)
  return {
    idNumber: kept(told.idNumber, applicant.idNumberSealed),
    phone: kept(told.phone, applicant.phoneSealed),
    address: kept(told.address, applicant.addressSealed),
  }
}
