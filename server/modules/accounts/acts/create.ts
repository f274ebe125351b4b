import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { narrowTo } from '../../organizations/index.ts'
import { findLoginsLike, keepAccounts, lockLogins } from '../store/holders.ts'
import { issueCodes } from '../steps/issue-codes.ts'

/** An account for somebody of the staff who is no member here; it can do nothing until somebody else appoints it. */
export const create = act(
  contract.accounts.create,
  async (scene, { organizationId, login, name }) => {
    const { tx, now, actor, reach } = scene
    const { organization } = await narrowTo(tx, reach, organizationId)
    await lockLogins(tx)
    if ((await findLoginsLike(tx, [login])).includes(login))
      throw conflict('accounts.loginTaken', { 登录名: login })

    const { unitId } = organization
    const account = { id: newId(), unitId, organizationId, login, name, createdAt: now }
    await keepAccounts(tx, [account])
    const receiver = { ...account, organizationName: organization.name }
    const [slip] = await issueCodes(scene, [receiver], actor.accountId)
    if (!slip) throw missing('accounts.unknown')
    const change = { subject: `account:${account.id}`, after: { login, name, organizationId } }
    return { value: slip, place: organization, change }
  },
)
