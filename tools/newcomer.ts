import type { APIRequestContext } from 'playwright-core'
import type { Login } from './scenes/kinds.ts'

const login = 'newcomer'
const branchName = '新芽村党支部'

type Asked = {
  readonly address: string
  readonly password: string
  /** A way of asking as one of the accounts of the demonstration county. */
  readonly as: (login: Login) => Promise<APIRequestContext>
}

/** A branch founded a moment ago and its secretary, through the same doors as everybody's. */
export async function plantNewcomer({ address, password, as }: Asked): Promise<void> {
  const say = async (who: Login, path: string, data: object) => {
    const asking = await as(who)
    const answer = await asking.post(`${address}/api/${path}`, { data })
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
    return answer.json()
  }
  const clerk = await as('clerk')
  const me = await (await clerk.get(`${address}/api/accounts/me?input={}`)).json()
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const { organizationId } = await say('organizer', 'organizations/found', {
    foundedOn: today,
    parentId: me.organization.id,
    name: branchName,
    kind: 'branch',
    sector: 'village',
  })
  const slip = await say('system', 'accounts/create', { organizationId, login, name: '新来的书记' })
  await say('organizer', 'accounts/appoint', {
    accountId: slip.accountId,
    organizationId,
    office: 'secretary',
    from: today,
  })
  await say('system', 'accounts/redeemCode', { login, code: slip.code, password })
}
