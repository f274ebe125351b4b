import { contract } from '@zhixing/contract'
import { and, asc, eq, isNull, like, or, sql } from 'drizzle-orm'
import { addMonths, dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import { missing } from '../../../kernel/problem.ts'
import { within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { isExcused } from '../../audience/index.ts'
import { duesHardships } from '../../dues/table.ts'
import { findMember } from '../../members/index.ts'
import { members } from '../../members/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { ruleAt } from '../../rules/index.ts'
import { findVisits } from '../store/registers.ts'
import { careVisits } from '../table.ts'

const veteranYears = 50

/** Who should be visited, the longest unvisited first: ill or frail, in need, or a member for half a century. */
export const listCare = view(
  contract.conduct.care,
  async ({ db, now, reach }, { organizationId, page, size }) => {
    const { organization, reach: narrowed } = await narrowTo(db, reach, organizationId)
    const day = dayOf(now)
    const { value: everyMonths, clause } = await ruleAt(db, 'care.every', {
      path: organization.path,
      day,
    })
    const lastOn = sql<Day | null>`(select max(${careVisits.on})::text from ${careVisits}
      where ${careVisits.unitId} = ${members.unitId} and ${careVisits.memberId} = ${members.id})`
    const excused = isExcused(day).sql
    const inNeed = sql`exists (select from ${duesHardships} where ${duesHardships.unitId} = ${members.unitId}
      and ${duesHardships.memberId} = ${members.id} and ${duesHardships.state} = 'approved'
      and ${duesHardships.from} <= ${day.slice(0, 7)} and ${duesHardships.until} >= ${day.slice(0, 7)})`
    const veteran = sql`(${members.joinedOn} is not null and ${members.joinedOn} <= ${addMonths(day, -veteranYears * 12)}::date)`
    const why = sql<string>`concat_ws('、', case when ${excused} then '年老体弱或者生病' end,
      case when ${inNeed} then '生活困难' end, case when ${veteran} then '党龄五十年以上' end)`
    const dueBefore = addMonths(day, -everyMonths)
    const own = and(
      like(organizations.path, `${organization.path}%`),
      within(narrowed, organizations.path),
      isNull(members.leftOn),
      or(excused, inNeed, veteran),
    )
    const rows = await db
      .select({
        unitId: members.unitId,
        memberId: members.id,
        name: members.name,
        organizationName: organizations.name,
        why,
        lastOn,
      })
      .from(members)
      .innerJoin(organizations, eq(organizations.id, members.organizationId))
      .where(own)
      .orderBy(sql`${lastOn} asc nulls first`, asc(members.nameKey), asc(members.id))
      .limit(size)
      .offset((page - 1) * size)
    const [counted] = await db
      .select({
        total: sql<number>`count(*)::int`,
        due: sql<number>`(count(*) filter (where coalesce(${lastOn} < ${dueBefore}, true)))::int`,
      })
      .from(members)
      .innerJoin(organizations, eq(organizations.id, members.organizationId))
      .where(own)
    return {
      day,
      everyMonths,
      clause,
      ...(counted ?? { total: 0, due: 0 }),
      rows: rows.map((row) => ({ ...row, isDue: row.lastOn === null || row.lastOn < dueBefore })),
    }
  },
)

export const showVisits = view(contract.conduct.visits, async ({ db, now, reach, vault }, key) => {
  const found = await findMember(db, reach, key)
  if (!found) throw missing('members.unknown')
  const rows = await findVisits(db, key.unitId, key.memberId)
  return {
    name: found.member.name,
    organizationName: found.organizationName,
    day: dayOf(now),
    rows: rows.map(({ id, on, reason, visitors, noteSealed, help, byName }) => ({
      visitId: id,
      on,
      reason,
      visitors,
      note: vault.open(noteSealed),
      help,
      byName,
    })),
  }
})
