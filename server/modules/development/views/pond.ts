import { contract } from '@zhixing/contract'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { addMonths, dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { covers, reachOf, within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { ruleAt } from '../../rules/index.ts'
import { practiceAt } from '../steps/practice.ts'
import { applicants, poolReviews } from '../table.ts'
import { candidateOf, selectCandidates } from './reserve.ts'

const reserved = ['applicant', 'activist'] as const

/** When each branch last went through its reserve, and until when it has to again; whoever is late first. */
export const showReviews = view(contract.development.reviews, async (sight, input) => {
  const { organization } = await narrowTo(sight.db, sight.reach, input.organizationId)
  const { clause, rows } = await reviewsOf(sight.db, { organization, today: dayOf(sight.now) })
  const { page, size } = input
  return {
    clause,
    rows: rows.slice((page - 1) * size, page * size),
    total: rows.length,
    people: rows.reduce((all, { people }) => all + people, 0),
    late: rows.filter(({ isLate }) => isLate).length,
  }
})

type At = { readonly organization: { readonly path: string }; readonly today: Day }

/** The same, of an organization and all below it. */
export async function reviewsOf(db: Reader, { organization, today }: At) {
  const reach = [organization.path]
  const point = { path: organization.path, day: today }
  const { value: months, clause } = await ruleAt(db, 'dev.review', point)
  const branches = await db
    .select({
      organizationId: applicants.organizationId,
      name: organizations.name,
      people: sql<number>`count(*)::int`,
      since: sql<string>`min(${applicants.appliedOn})::text`,
    })
    .from(applicants)
    .innerJoin(organizations, eq(organizations.id, applicants.organizationId))
    .where(and(within(reach, applicants.path), inArray(applicants.stage, [...reserved])))
    .groupBy(applicants.organizationId, organizations.name, organizations.path)
    .orderBy(organizations.path)
  const last = await db
    .select()
    .from(poolReviews)
    .where(
      and(
        within(reach, poolReviews.path),
        sql`not exists (select from ${poolReviews} later where later.unit_id = ${poolReviews.unitId}
          and later.organization_id = ${poolReviews.organizationId} and later.at > ${poolReviews.at})`,
      ),
    )
  const reviewed = new Map(last.map((review) => [review.organizationId, review]))
  const rows = branches.map(({ since, ...branch }) => {
    const review = reviewed.get(branch.organizationId)
    const dueOn = addMonths(review?.on ?? since, months)
    const counts = { kept: review?.kept ?? 0, left: review?.left ?? 0 }
    return { ...branch, ...counts, lastOn: review?.on ?? null, dueOn, isLate: dueOn < today }
  })
  return { clause, rows: rows.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn)) }
}

/** Everybody whom a branch keeps in reserve and has to go through. */
export const showPond = view(contract.development.pond, async (sight, { organizationId }) => {
  const { db, now } = sight
  const { organization, reach } = await narrowTo(db, sight.reach, organizationId)
  const rows = await selectCandidates(db)
    .where(
      and(
        eq(applicants.organizationId, organization.id),
        within(reach, applicants.path),
        inArray(applicants.stage, [...reserved]),
      ),
    )
    .orderBy(asc(applicants.nameKey), asc(applicants.id))
  return { rows: rows.map((row) => candidateOf(row, dayOf(now))) }
})

/** How it is done at a place, and whose word that is. */
export const showPractice = view(contract.development.practice, async (sight, input) => {
  const { db, actor } = sight
  const { organization } = await narrowTo(db, sight.reach, input.organizationId)
  const { recommendations, duties, departments, abilities, ...practice } = await practiceAt(
    db,
    organization.path,
  )
  return {
    ...practice,
    recommendations: [...recommendations],
    duties: duties.map((one) => ({ ...one })),
    departments: departments.map((one) => ({ ...one })),
    abilities: [...abilities],
    mayPlan: covers(reachOf(actor.appointments, 'development.plan'), organization.path),
  }
})
