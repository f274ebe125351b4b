import type { MemberFacts } from '@zhixing/contract'
import type { Db } from '../../../kernel/db.ts'
import { conflict } from '../../../kernel/problem.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { isNumberTaken } from '../store/members.ts'
import type { MemberKey } from '../store/members.ts'

/** The constraint compares digests of one kind; while the roll is sealed anew there are two. */
export async function refuseTaken(
  { tx, vault }: { readonly tx: Db; readonly vault: Vault },
  key: MemberKey,
  { idNumber }: Pick<MemberFacts, 'idNumber'>,
): Promise<void> {
  if (idNumber === '') return
  if (await isNumberTaken(tx, key, vault.indexes(idNumber))) throw conflict('members.idTaken')
}
