import { contract } from '@zhixing/contract'
import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { ownView, view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { leaderOf, leadersWhere } from '../catalogue/seats.ts'
import { dueAt, sheetOf } from '../steps/sheet.ts'
import { pointsOf } from '../catalogue/there.ts'

export const showLeader = view(
  contract.leaders.show,
  async ({ db, now, reach }, { unitId, memberId, year }) => {
    const today = dayOf(now)
    const leader = await leaderOf(db, { unitId, memberId }, today)
    if (!leader || !covers(reach, leader.path)) throw missing('leaders.unknown')
    const { name, posts, organizationName, path } = leader
    const sheet = await sheetOf(db, { unitId, memberId, path, year, today })
    return { ...sheet, name, posts, organizationName }
  },
)

/** My own; nobody else's. */
export const showMine = ownView(contract.leaders.mine, async ({ db, now, actor }, asked) => {
  const today = dayOf(now)
  const { unitId, memberId } = actor
  const leader = memberId ? await leaderOf(db, { unitId, memberId }, today) : undefined
  if (!leader) return { isLeader: false, sheet: null }
  const year = asked.year ?? yearOf(today)
  return { isLeader: true, sheet: await sheetOf(db, { ...leader, year, today }) }
})

/** Who looks after a branch, wherever they belong: the branch sees what it may expect. */
export const showOfBranch = view(
  contract.leaders.ofBranch,
  async ({ db, now, reach }, { organizationId, year }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const today = dayOf(now)
    const points = await pointsOf(db, { organizationIds: [organization.id] }, year)
    const among = (unit: SQL) => sql`${unit} = ${organization.unitId}`
    const people = await leadersWhere(db, { among }, today)
    const byId = new Map(people.map((one) => [one.memberId, one]))
    return {
      due: await dueAt(db, organization.path, today),
      rows: points.flatMap(({ memberId, from, visits, lessons, there }) => {
        const leader = byId.get(memberId)
        if (!leader) return []
        return { memberId, name: leader.name, posts: leader.posts, from, visits, lessons, there }
      }),
    }
  },
)
