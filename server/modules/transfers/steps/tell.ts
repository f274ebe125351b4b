import { nobody } from '../../../kernel/trace.ts'
import type { Db } from '../../../kernel/db.ts'
import { parentOf } from '../../../kernel/reach.ts'
import { findPeopleHolding } from '../../accounts/index.ts'
import { sendNotice } from '../../notices/index.ts'
import type { State } from '../rules/way.ts'
import type { Transfer } from '../store.ts'

const titles: Partial<Record<State, (one: Transfer) => string>> = {
  issued: ({ name, toName }) => `已为${name}开出转往${toName}的介绍信`,
  inTransit: ({ name, toName }) => `${toName}的上级已同意接收${name}`,
  received: ({ name, toName }) => `${toName}已接收${name}的组织关系`,
  returned: ({ name, toName }) => `${toName}退回了${name}的介绍信`,
  expired: ({ name, toName }) => `${name}转往${toName}的介绍信过期失效`,
  declined: ({ name, toName }) => `${name}转往${toName}没有获得批准`,
}

/** What became of it is said to the member, to the branch it began in and to the committee above; once each. */
export async function tell(
  tx: Db,
  transfer: Transfer,
  { state, reason, now }: { readonly state: State; readonly reason: string; readonly now: Date },
): Promise<void> {
  const title = titles[state]?.(transfer)
  if (title === undefined) return
  const { unitId, path, id, memberId, organizationId, validUntil } = transfer
  const above = parentOf(path).split('/').at(-2)
  const holding = (grant: 'transfers.keep' | 'transfers.issue', at: string) =>
    findPeopleHolding(tx, grant, { organizationId: at, now })
  const keepers = await holding('transfers.keep', organizationId)
  const issuers = above ? await holding('transfers.issue', above) : []
  const until = state === 'issued' && validUntil ? `有效期至 ${validUntil}。` : ''
  await sendNotice(tx, {
    unitId,
    path,
    key: `transfer:${id}:${state}`,
    kind: 'transfers',
    from: '组织关系转接',
    fromId: nobody,
    title,
    body: `${until}${reason}` || '经过见转接记录。',
    link: '/transfers',
    personIds: [...new Set([...keepers, ...issuers, ...(memberId ? [memberId] : [])])],
    now,
  })
}
