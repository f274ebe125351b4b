import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { requireLive } from '../../organizations/index.ts'
import { refuseAppointment, refuseHolder } from '../rules.ts'
import { findCandidates, findHolders, keepPosts } from '../store.ts'

export const appoint = act(
  contract.committees.appoint,
  async ({ tx, now, actor, reach }, { organizationId, memberId, post, from }) => {
    const organization = await requireLive(tx, reach, organizationId)
    const { unitId } = organization
    const ids = { unitId, memberIds: [memberId] }
    const [candidate] = await findCandidates(tx, reach, ids)
    if (!candidate) throw missing('members.unknown')

    const today = dayOf(now)
    const holders = await findHolders(tx, { unitId, organizationId }, today)
    const wish = { memberId, post, from, today }
    const refusal =
      refuseHolder(candidate, post, organization, from) ?? refuseAppointment(wish, holders)
    if (refusal) throw conflict(refusal.reason, refusal.words)

    const postId = newId()
    const row = { unitId, id: postId, organizationId, memberId, post, from, byId: actor.accountId }
    await keepPosts(tx, [row])
    return {
      value: { postId },
      place: organization,
      change: { subject: `member:${memberId}`, after: { post, organizationId, from } },
    }
  },
)
