import { contract } from '@zhixing/contract'
import { and, asc, eq, gt, isNotNull, ne, sql } from 'drizzle-orm'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { audienceOfCohort, classOf, countTrained, peopleOf } from '../catalogue/people.ts'
import { findChildren, findPlan, findQuotas } from '../store/plans.ts'
import type { Plan } from '../store/plans.ts'
import { planQuotas, plans } from '../table.ts'
import { overview } from '../../overviews/index.ts'

/** One year of the grid; somebody below sees their own line of a plan from above. */
export const quotas = overview(
  contract.plans.quotas,
  async ({ db, now, reach }, { year, ...key }) => {
    const found = await findPlan(db, reach, key)
    if (!found) throw missing('plans.unknown')
    const { plan } = found
    const today = dayOf(now)
    const asked = year ?? Math.min(Math.max(yearOf(today), plan.fromYear), plan.untilYear)
    const kept = await findQuotas(db, key, asked)
    const all = await findChildren(db, plan.organizationId)
    const isOwn = covers(reach, plan.path)
    const below = isOwn
      ? all
      : all.filter(({ path }) =>
          reach.some((root) => root.startsWith(path) || path.startsWith(root)),
        )
    const pathOf = new Map(below.map(({ id, path }) => [id, path]))
    const cells = kept.flatMap(({ organizationId, cohort, persons }) => {
      const path = organizationId ? pathOf.get(organizationId) : undefined
      return organizationId && path ? [{ organizationId, cohort, persons, path }] : []
    })
    const cohorts = [...new Set(kept.map(({ cohort }) => cohort))]
    const trained = new Map(
      await Promise.all(
        cohorts.map(async (cohort) => {
          const paths = cells.filter((cell) => cell.cohort === cohort).map(({ path }) => path)
          const day = dayWithin(asked, today)
          return [cohort, await countTrained(db, { cohort, paths, year: asked, day })] as const
        }),
      ),
    )
    return {
      year: asked,
      years: yearsOf(plan),
      organizations: below.map(({ id, name }) => ({ organizationId: id, name })),
      cohorts,
      totals: isOwn
        ? kept.flatMap(({ organizationId, cohort, persons }) =>
            organizationId === null ? { cohort, persons } : [],
          )
        : [],
      cells: cells.map(({ path, ...cell }) => ({
        ...cell,
        trained: trained.get(cell.cohort)?.get(path) ?? 0,
      })),
      fromAbove: await fromAbove(db, plan, asked),
    }
  },
)

/** Who stands behind one number: those who have not been in a class first. */
export const trained = view(
  contract.plans.trained,
  async ({ db, now, reach }, { unitId, planId, year, organizationId, cohort, page, size }) => {
    const found = await findPlan(db, reach, { unitId, planId })
    if (!found) throw missing('plans.unknown')
    const below = await findChildren(db, found.plan.organizationId)
    const own = below.find(({ id }) => id === organizationId)
    const path = own && narrowest(reach, own.path)
    if (!path) throw missing('organizations.unknown')
    const day = dayWithin(year, dayOf(now))
    const chosen = peopleOf(audienceOfCohort(cohort), path, day)
    const rows = await db
      .select({
        unitId: members.unitId,
        memberId: members.id,
        name: members.name,
        branchName: organizations.name,
        trainedOn: sql<string | null>`c.day`,
        title: sql<string>`coalesce(c.title, '')`,
      })
      .from(members)
      .innerJoin(organizations, eq(organizations.id, members.organizationId))
      .leftJoin(
        sql`${classOf(year, [path])} c`,
        sql`c.unit_id = ${members.unitId} and c.member_id = ${members.id}`,
      )
      .where(chosen)
      .orderBy(sql`c.day nulls first`, asc(members.nameKey), asc(members.id))
      .limit(size)
      .offset((page - 1) * size)
    const [counted] = await db
      .select({ total: sql<number>`count(*)::int` })
      .from(members)
      .innerJoin(organizations, eq(organizations.id, members.organizationId))
      .where(chosen)
    return { rows, total: counted?.total ?? 0 }
  },
)

/** Only people whom the reader may see: below the organization, or below the reader's own place in it. */
function narrowest(reach: readonly string[], path: string): string | undefined {
  return covers(reach, path) ? path : reach.find((root) => root.startsWith(path))
}

function yearsOf({ fromYear, untilYear }: Plan): number[] {
  return Array.from({ length: untilYear - fromYear + 1 }, (_, at) => fromYear + at)
}

function dayWithin(year: number, today: Day): Day {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  if (today < first) return first
  return today > last ? last : today
}

/** What approved plans above give this organization for the year. */
async function fromAbove(db: Reader, plan: Plan, year: number) {
  return db
    .select({
      cohort: planQuotas.cohort,
      persons: planQuotas.persons,
      planTitle: plans.title,
    })
    .from(planQuotas)
    .innerJoin(plans, and(eq(plans.unitId, planQuotas.unitId), eq(plans.id, planQuotas.planId)))
    .where(
      and(
        eq(planQuotas.organizationId, plan.organizationId),
        isNotNull(planQuotas.organizationId),
        eq(planQuotas.year, year),
        gt(plans.edition, 0),
        ne(plans.id, plan.id),
      ),
    )
    .orderBy(asc(plans.title), asc(planQuotas.cohort))
}
