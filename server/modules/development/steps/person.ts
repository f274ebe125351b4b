import type { Input, MemberFacts } from '@zhixing/contract'
import type { contract } from '@zhixing/contract'
import type { Scene } from '../../../kernel/act.ts'
import { yearsBetween } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import { nameKeyOf } from '../../../kernel/name-key.ts'
import { conflict, unfit } from '../../../kernel/problem.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { faultsOf, readIdNumber, tidyFacts } from '../../members/index.ts'
import { ruleAt } from '../../rules/index.ts'
import { factsOf, faultsTold } from '../rules/person.ts'

type Told = Omit<
  Input<typeof contract.development.correct>,
  'unitId' | 'applicantId' | 'formId' | 'version' | 'reason'
>

/** The facts, with sex and birthday read from the number. */
export function personOf(told: Told, today: Day): MemberFacts {
  const unread = { sex: 'male', bornOn: today } as const
  const tidied = tidyFacts(factsOf(told, unread, today))
  const read = readIdNumber(tidied.idNumber)
  const facts = 'fault' in read ? tidied : { ...tidied, sex: read.sex, bornOn: read.bornOn }
  const faults = faultsTold(faultsOf(facts, today))
  if (faults.length > 0) throw unfit(faults.map(({ field, message }) => ({ path: field, message })))
  return facts
}

/** As they are kept: the number, the telephone and the address sealed. */
export function columnsOf(facts: MemberFacts, vault: Vault) {
  const { name, sex, bornOn, ethnicity, education, occupation, employment } = facts
  const { idNumber, phone, address } = facts
  const plain = { name, sex, bornOn, ethnicity, education, occupation, employment }
  return {
    ...plain,
    nameKey: nameKeyOf(name),
    idNumberSealed: vault.seal(idNumber),
    phoneSealed: phone === '' ? null : vault.seal(phone),
    addressSealed: address === '' ? null : vault.seal(address),
  }
}

type Applied = { readonly path: string; readonly bornOn: Day; readonly appliedOn: Day }

export async function requireAge(
  { tx }: Pick<Scene, 'tx'>,
  { path, bornOn, appliedOn }: Applied,
): Promise<void> {
  const { value: least } = await ruleAt(tx, 'dev.age.min', { path, day: appliedOn })
  const age = yearsBetween(bornOn, appliedOn)
  if (age < least)
    throw conflict('development.young', { 岁: least, 日期: appliedOn, 实际: Math.max(age, 0) })
}
