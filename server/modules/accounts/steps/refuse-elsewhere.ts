import type { OpenScene } from '../../../kernel/act.ts'
import { isAmong } from '../../../kernel/address-list.ts'
import { conflict } from '../../../kernel/problem.ts'
import type { Refused } from '../../../kernel/trace.ts'
import { isAdministrator } from '../rules/sessions.ts'
import type { Placed } from '../store/login.ts'
import { findOffices } from '../store/sessions.ts'
import type { Terms } from './terms.ts'

/**
 * Administrators come from the addresses of the list only. Said after the password was right, so that nobody learns from
 * it who is one; the attempt is written down.
 */
export async function refuseElsewhere(
  { tx, now, visit }: Pick<OpenScene, 'tx' | 'now' | 'visit'>,
  account: Placed,
  { administratorAddresses }: Terms,
): Promise<Refused | undefined> {
  if (isAmong(visit.address, administratorAddresses)) return undefined
  const offices = await findOffices(tx, account.id, now)
  if (!offices.some(isAdministrator)) return undefined
  const after = { result: '不在许可的网络地址', address: visit.address }
  const change = { subject: `account:${account.id}`, after }
  return { refusal: conflict('accounts.elsewhere'), place: account, change }
}
