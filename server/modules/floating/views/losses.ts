import { contract } from '@zhixing/contract'
import { and, asc, eq, isNotNull, lte, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { presentOn } from '../../audience/index.ts'
import { members } from '../../members/table.ts'
import { findMember } from '../../members/index.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { rulesBelow } from '../../rules/index.ts'
import { lossRules, lossStage } from '../rules/loss.ts'
import { findSearches } from '../store/logs.ts'
import { floatingLosses, floatingSearches } from '../table.ts'

type From = { readonly db: Reader; readonly now: Date }

/** Everybody the roll calls lost, floating or not, with the stage of their clock. */
export async function readLost({ db, now }: From, path: string, where: SQL | undefined) {
  const today = dayOf(now)
  const rulesOf = await rulesBelow(db, lossRules, path)
  const own = sql`${floatingSearches.unitId} = ${members.unitId} and ${floatingSearches.memberId} = ${members.id}`
  const rows = await db
    .select({
      unitId: members.unitId,
      memberId: members.id,
      name: members.name,
      organizationName: organizations.name,
      path: organizations.path,
      since: members.lostSince,
      isSuspended: members.isSuspended,
      suspendedOn: members.suspendedOn,
      floatingSince: members.floatingSince,
      cause: floatingLosses.cause,
      searches: sql<number>`(select count(*)::int from ${floatingSearches} where ${own})`,
      lastSearch: sql<Day | null>`(select max(${floatingSearches.on})::text from ${floatingSearches} where ${own})`,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .leftJoin(
      floatingLosses,
      and(
        eq(floatingLosses.unitId, members.unitId),
        eq(floatingLosses.memberId, members.id),
        sql`${floatingLosses.foundOn} is null`,
      ),
    )
    .where(
      and(presentOn(today), isNotNull(members.lostSince), lte(members.lostSince, today), where),
    )
    .orderBy(asc(members.lostSince), asc(members.nameKey), asc(members.id))
  return rows.map(
    ({ since: begun, path: place, isSuspended, suspendedOn, floatingSince, ...row }) => {
      const since = begun ?? today
      const rules = rulesOf({ path: place, day: today })
      const { unitId, memberId, name, organizationName, ...rest } = row
      const loss = {
        ...rest,
        since,
        ...lossStage({ since, isSuspended, suspendedOn }, today, rules),
      }
      const isFloating = floatingSince !== null && floatingSince <= today
      return { unitId, memberId, name, organizationName, isFloating, loss }
    },
  )
}

export const listLost = view(contract.floating.lost, async (sight, input) => {
  const { organization, reach } = await narrowTo(sight.db, sight.reach, input.organizationId)
  const rows = await readLost(sight, organization.path, within(reach, organizations.path))
  const chosen = rows.filter(({ loss }) => input.stage === undefined || loss.stage === input.stage)
  const from = (input.page - 1) * input.size
  const stages: Record<string, number> = {}
  for (const { loss } of rows) stages[loss.stage] = (stages[loss.stage] ?? 0) + 1
  return { rows: chosen.slice(from, from + input.size), total: chosen.length, stages }
})

export const showSearch = view(contract.floating.search, async (sight, key) => {
  const { db, reach } = sight
  const found = await findMember(db, reach, key)
  if (!found) throw missing('members.unknown')
  const [lost] = await readLost(sight, found.path, oneMember(key))
  return {
    name: found.member.name,
    loss: lost?.loss ?? null,
    searches: await findSearches(db, key),
  }
})

export function oneMember({ unitId, memberId }: { unitId: string; memberId: string }) {
  return and(eq(members.unitId, unitId), eq(members.id, memberId))
}
