import { contract, powers } from '@zhixing/contract'
import { officeNames } from '@zhixing/contract/words.ts'
import { act } from '../../../kernel/act.ts'
import { newId } from '../../../kernel/ids.ts'
import { nameKeyOf } from '../../../kernel/name-key.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { narrowTo } from '../../organizations/index.ts'
import { loginsFor, wordOf } from '../rules/logins.ts'
import { officeBeyond } from '../rules/powers.ts'
import { findLiveOffices } from '../store/appointments.ts'
import { findInvited, findLoginsLike, keepAccounts, lockLogins } from '../store/holders.ts'
import { issueCodes } from '../steps/issue-codes.ts'

const most = 500

/** Slips for the members of an organization: accounts are opened where there are none, and codes issued for all. */
export const invite = act(
  contract.accounts.invite,
  async (scene, { organizationId, memberIds }) => {
    const { tx, now, actor, reach } = scene
    const { organization } = await narrowTo(tx, reach, organizationId)
    await lockLogins(tx)
    const ask = { path: organization.path, limit: most + 1, ...(memberIds ? { memberIds } : {}) }
    const found = await findInvited(tx, ask)
    if (memberIds && found.length < new Set(memberIds).size) throw missing('members.unknown')
    if (found.length === 0) throw conflict('accounts.nobodyToInvite')
    if (found.length > most) throw conflict('accounts.tooMany', { 人数: `${most} 多`, 上限: most })

    const offices = await findLiveOffices(
      tx,
      found.flatMap(({ accountId }) => accountId ?? []),
      now,
    )
    const inviter = actor.appointments.filter(({ office }) => powers[office])
    const skipped: { name: string; reason: string }[] = []
    const chosen = found.filter(({ accountId, name, disabledAt }) => {
      const held = offices.filter((one) => one.accountId === accountId)
      const beyond = officeBeyond(inviter, held)
      if (accountId === actor.accountId) skipped.push({ name, reason: '是您自己' })
      else if (disabledAt) skipped.push({ name, reason: '账号已停用' })
      else if (beyond) skipped.push({ name, reason: `任${officeNames[beyond]}，由上级发放` })
      else return true
      return false
    })

    const receivers = await withAccounts(scene, chosen)
    const slips = await issueCodes(scene, receivers, actor.accountId)
    const after = { people: slips.length, accounts: slips.map(({ accountId }) => accountId) }
    const change = { subject: `organization:${organizationId}`, after }
    return {
      value: { slips, skipped },
      place: organization,
      change: slips.length > 0 ? change : 'none',
    }
  },
)

type Invited = Awaited<ReturnType<typeof findInvited>>[number]
type Scene = Parameters<typeof issueCodes>[0]

async function withAccounts({ tx, now }: Scene, chosen: readonly Invited[]) {
  const without = chosen.filter(({ accountId }) => !accountId)
  const words = without.map(({ name }) => wordOf(nameKeyOf(name)))
  const taken = await findLoginsLike(tx, [...new Set(words)])
  const logins = loginsFor(words, taken)
  const opened = without.map(({ unitId, memberId, name, organizationId }, nth) => ({
    id: newId(),
    unitId,
    memberId,
    organizationId,
    name,
    login: logins[nth] ?? '',
    createdAt: now,
  }))
  await keepAccounts(tx, opened)
  const newOf = new Map(opened.map((account) => [account.memberId, account]))
  return chosen.map((one) => {
    const { id, login } = newOf.get(one.memberId) ?? {
      id: one.accountId ?? '',
      login: one.login ?? '',
    }
    return { ...one, id, login }
  })
}
