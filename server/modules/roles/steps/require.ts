import { roleStates } from '@zhixing/contract/role-words.ts'
import type { Db } from '../../../kernel/db.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { allowed } from '../rules.ts'
import type { State } from '../rules.ts'
import { lockRole } from '../store.ts'
import type { RoleRow } from '../store.ts'

type Form = { readonly unitId: string; readonly roleId: string; readonly version: number }
type Known = { readonly tx: Db; readonly reach: Reach }

/** The role as the form read it, in a state in which this may be done, held still. */
export async function requireRole(
  { tx, reach }: Known,
  { version, ...key }: Form,
  doing: keyof typeof allowed,
): Promise<RoleRow> {
  const role = await lockRole(tx, reach, key)
  if (!role) throw missing('roles.unknown')
  if (role.version !== version) throw conflict('input.stale')
  const states: readonly State[] = allowed[doing]
  if (!states.includes(role.state)) throw conflict('roles.state', { 状态: roleStates[role.state] })
  return role
}
