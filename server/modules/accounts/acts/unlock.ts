import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { waitOf } from '../rules/guards.ts'
import { clearGuard, findGuards } from '../store/guards.ts'
import { lockHolders } from '../store/holders.ts'

export const unlock = act(contract.accounts.unlock, async ({ tx, now, reach }, { accountId }) => {
  const [holder] = await lockHolders(tx, reach, [accountId])
  if (!holder) throw missing('accounts.unknown')
  const key = `account:${accountId}`
  const [guard] = await findGuards(tx, [key])
  if (!guard || !waitOf([guard], now)) throw conflict('accounts.unlocked')

  await clearGuard(tx, key)
  const before = { lockedUntil: guard.lockedUntil?.toISOString() ?? null }
  return {
    value: {},
    place: holder,
    change: { subject: key, before, after: { lockedUntil: null } },
  }
})
