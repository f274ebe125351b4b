import { contract } from '@zhixing/contract'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import { covers, reachOf, within } from '../../../kernel/reach.ts'
import { ownView, view } from '../../../kernel/view.ts'
import { findMember } from '../../members/index.ts'
import { members } from '../../members/table.ts'
import { isBranch, narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { rosterAt } from '../catalogue/roster.ts'
import { memberRoles, voluntaryPosts } from '../table.ts'
import { roleColumns, selectPosts } from './shown.ts'

export const listPosts = view(
  contract.roles.posts,
  async ({ db, now, reach, actor }, { organizationId, page, size }) => {
    const narrowed = await narrowTo(db, reach, organizationId)
    const { kind, path } = narrowed.organization
    const below = within(narrowed.reach, voluntaryPosts.path)
    const rows = await selectPosts(db, below, yearOf(dayOf(now)))
      .limit(size)
      .offset((page - 1) * size)
    const total = await db.$count(voluntaryPosts, and(isNull(voluntaryPosts.withdrawnOn), below))
    const mayOffer = isBranch(kind) && covers(reachOf(actor.appointments, 'roles.assign'), path)
    return { rows, total, mayOffer }
  },
)

/** What I answer for, and what I may still take on. */
export const mine = ownView(contract.roles.mine, async ({ db, now, actor }) => {
  const day = dayOf(now)
  const year = yearOf(day)
  const { unitId, memberId, place } = actor
  const found = memberId && (await findMember(db, [place.path], { unitId, memberId }))
  if (!found || found.member.leftOn)
    return { year, roster: null, because: '', roles: [], posts: [] }
  const { roster, because } = await rosterAt(db, { unitId, memberId: found.member.id }, day)
  const rows = await db
    .select(roleColumns)
    .from(memberRoles)
    .innerJoin(
      members,
      and(eq(members.unitId, memberRoles.unitId), eq(members.id, memberRoles.memberId)),
    )
    .innerJoin(organizations, eq(organizations.id, memberRoles.organizationId))
    .where(and(eq(memberRoles.unitId, unitId), eq(memberRoles.memberId, found.member.id)))
    .orderBy(desc(memberRoles.at))
  const own = eq(voluntaryPosts.organizationId, found.member.organizationId)
  const posts = roster === 'noPost' ? await selectPosts(db, own, year) : []
  return { year, roster, because, roles: rows, posts }
})
