import { contract } from '@zhixing/contract'
import { rosters } from '@zhixing/contract/words.ts'
import { ownAct } from '../../../kernel/act.ts'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { findMember } from '../../members/index.ts'
import { ruleAt } from '../../rules/index.ts'
import { rosterAt } from '../catalogue/roster.ts'
import { refuseClaim } from '../rules.ts'
import { countClaims, keepRole, lockPost } from '../store.ts'

/** Who holds no post takes a task of the own branch, as long as there is a seat. */
export const claim = ownAct(
  contract.roles.claim,
  async ({ tx, now, actor }, { unitId, postId, promise }) => {
    const { memberId, place } = actor
    if (!memberId || actor.unitId !== unitId) throw missing('roles.unknownPost')
    const found = await findMember(tx, [place.path], { unitId, memberId })
    const post = await lockPost(tx, { unitId, postId })
    if (!found || !post) throw missing('roles.unknownPost')
    const { organizationId, path, title, statement, seats } = post
    const words = { 名称: title }
    if (found.member.organizationId !== organizationId) throw conflict('roles.outside', words)
    const day = dayOf(now)
    const { roster, because } = await rosterAt(tx, { unitId, memberId }, day)
    if (roster !== 'noPost')
      throw conflict('roles.notNoPost', { 名单: rosters[roster], 理由: because })

    const year = yearOf(day)
    const most = await ruleAt(tx, 'role.claims.max', { path, day })
    const claims = await countClaims(tx, { unitId, postId, memberId, year })
    const wish = { title, seats, isWithdrawn: post.withdrawnOn !== null, ...claims }
    const refusal = refuseClaim(wish, most)
    if (refusal) throw conflict(refusal.reason, refusal.words)

    const id = newId()
    const facts = { kind: 'noPost', state: 'claimed', postId, title, statement, promise } as const
    const when = { year, since: day, byId: actor.accountId, at: now }
    if (!(await keepRole(tx, { unitId, id, organizationId, path, memberId, ...facts, ...when })))
      throw conflict('roles.already', words)
    return {
      value: { unitId, roleId: id },
      place: { unitId, path },
      change: { subject: `role:${id}`, after: { memberId, title, promise } },
    }
  },
)
