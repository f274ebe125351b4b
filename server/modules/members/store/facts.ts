import type { MemberFacts } from '@zhixing/contract'
import type { Vault } from '../../../kernel/vault.ts'
import type { MemberRow } from './members.ts'

type Opener = Pick<Vault, 'open'>

/** The facts as people know them, with what is sealed opened. */
export function factsOf(row: MemberRow, vault: Opener): MemberFacts {
  const open = (text: string | null) => (text === null ? '' : vault.open(text))
  return {
    name: row.name,
    sex: row.sex,
    ethnicity: row.ethnicity,
    idNumber: open(row.idNumberSealed),
    bornOn: row.bornOn,
    education: row.education,
    stage: row.stage,
    joinedOn: row.joinedOn,
    confirmedOn: row.confirmedOn,
    occupation: row.occupation,
    employment: row.employment,
    phone: open(row.phoneSealed),
    address: open(row.addressSealed),
    isSuspended: row.isSuspended,
    lostSince: row.lostSince,
    floatingSince: row.floatingSince,
    floatingTo: row.floatingTo,
  }
}

/** The facts as columns: identifiers sealed, and findable by their indexes. */
export function columnsOf(facts: MemberFacts, vault: Vault) {
  const { idNumber, phone, address, ...plain } = facts
  return {
    ...plain,
    idNumberSealed: sealed(idNumber, vault),
    idNumberIndex: idNumber === '' ? null : vault.index(idNumber),
    phoneSealed: sealed(phone, vault),
    phoneIndex: phone === '' ? null : vault.index(phone),
    addressSealed: sealed(address, vault),
  }
}

function sealed(text: string, vault: Vault): string | null {
  return text === '' ? null : vault.seal(text)
}
