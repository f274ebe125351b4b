import { contract } from '@zhixing/contract'
import { and, asc, desc, eq, gte, isNull, notExists, notInArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { dayOf } from '../../../kernel/calendar.ts'
import { within } from '../../../kernel/reach.ts'
import { members } from '../../members/table.ts'
import { ruleAt } from '../../rules/index.ts'
import { narrowTo } from '../index.ts'
import { branchKinds } from '../rules/kinds.ts'
import { organizations } from '../table.ts'
import { overview } from '../../overviews/index.ts'

const shownMost = 100
const there = alias(organizations, 'there')
/** The column of the national system's exports; other words for it are brought to this one by the import. */
const workplace = sql<string>`${members.more} ->> '工作单位'`

/** Where there are members there is an organization: who is in no branch, and which workplace should have one. */
export const showCoverage = overview(
  contract.organizations.coverage,
  async ({ db, now, reach: all }, { organizationId }) => {
    const { organization, reach } = await narrowTo(db, all, organizationId)
    const point = { path: organization.path, day: dayOf(now) }
    const least = await ruleAt(db, 'branch.min_full_members', point)
    const belonging = and(isNull(members.leftOn), within(reach, organizations.path))
    const home = and(
      eq(organizations.unitId, members.unitId),
      eq(organizations.id, members.organizationId),
    )

    const isOutside = and(belonging, notInArray(organizations.kind, [...branchKinds]))
    const outside = await db
      .select({
        unitId: members.unitId,
        memberId: members.id,
        name: members.name,
        organizationId: organizations.id,
        organizationName: organizations.name,
      })
      .from(members)
      .innerJoin(organizations, home)
      .where(isOutside)
      .orderBy(asc(organizations.nameKey), asc(members.nameKey))
      .limit(shownMost)
    const [counted] = await db
      .select({ total: sql<number>`count(*)::int` })
      .from(members)
      .innerJoin(organizations, home)
      .where(isOutside)

    const full = sql<number>`(count(*) filter (where ${members.stage} = 'full'))::int`
    // Two questions, so that each is answered for all workplaces at once.
    const setUp = db
      .select({ id: there.id })
      .from(there)
      .where(and(isNull(there.dissolvedOn), eq(there.employer, workplace)))
    const covered = db
      .select({ id: there.id })
      .from(there)
      .crossJoin(sql`jsonb_array_elements_text(${there.coveredUnits}) as covered (unit)`)
      .where(and(isNull(there.dissolvedOn), sql`covered.unit = ${workplace}`))
    const units = await db
      .select({ employer: workplace, full, members: sql<number>`count(*)::int` })
      .from(members)
      .innerJoin(organizations, home)
      .where(and(belonging, sql`${workplace} <> ''`, notExists(setUp), notExists(covered)))
      .groupBy(workplace)
      .having(gte(full, least.value))
      .orderBy(desc(full))
      .limit(shownMost)
    const { value, clause } = least
    return {
      outside: { rows: outside, total: counted?.total ?? 0 },
      units,
      least: { value, clause },
    }
  },
)
