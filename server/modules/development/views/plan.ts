import { contract } from '@zhixing/contract'
import { and, asc, eq, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { covers, reachOf, within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { procedureCases } from '../../procedures/table.ts'
import { practiceAt } from '../steps/practice.ts'
import { sharesOf } from '../rules/structure.ts'
import { admissionQuotas, applicants } from '../table.ts'

type Place = { readonly id: string; readonly path: string; readonly name: string }

/** The organization itself and those right below it. */
async function placesOf(db: Reader, { id, path, name }: Place): Promise<Place[]> {
  const below = await db
    .select({ id: organizations.id, path: organizations.path, name: organizations.name })
    .from(organizations)
    .where(and(eq(organizations.parentId, id), sql`${organizations.dissolvedOn} is null`))
    .orderBy(asc(organizations.path))
  return [{ id, path, name }, ...below]
}

/** The year's quota beside who was admitted and who is coming, and what they are like. */
export const showQuotas = view(contract.development.quotas, async (sight, input) => {
  const { db, actor } = sight
  const { organization, reach } = await narrowTo(db, sight.reach, input.organizationId)
  const { year } = input
  const places = await placesOf(db, organization)
  const quotas = await db
    .select()
    .from(admissionQuotas)
    .where(
      and(
        eq(admissionQuotas.year, year),
        or(...places.map(({ id }) => eq(admissionQuotas.organizationId, id))),
      ),
    )
  const [from, until] = [`${year}-01-01`, `${year}-12-31`]
  const people = await db
    .select()
    .from(applicants)
    .where(
      and(
        within(reach, applicants.path),
        or(
          eq(applicants.stage, 'target'),
          sql`${applicants.approvedOn} between ${from}::date and ${until}::date`,
        ),
      ),
    )
  const rows = places.map(({ id, path, name }) => {
    const quota = quotas.find(({ organizationId }) => organizationId === id)
    const here = people.filter((one) => one.path.startsWith(path))
    const admitted = here.flatMap((one) => {
      const { approvedOn } = one
      return approvedOn && approvedOn >= from && approvedOn <= until
        ? [{ ...one, on: approvedOn }]
        : []
    })
    return {
      organizationId: id,
      name,
      version: quota?.version ?? 0,
      persons: quota?.persons ?? null,
      targets: quota?.targets ?? {},
      admitted: admitted.length,
      coming: here.filter(({ stage }) => stage === 'target').length,
      actual: sharesOf(admitted),
    }
  })
  const mayPlan = covers(reachOf(actor.appointments, 'development.plan'), organization.path)
  const { guideline } = await practiceAt(db, organization.path)
  return { rows, mayPlan, guideline }
})

/** How many stand where, and of how many activists one was chosen in the year. */
export const showPool = view(contract.development.pool, async (sight, input) => {
  const { db } = sight
  const { organization, reach } = await narrowTo(db, sight.reach, input.organizationId)
  const places = await placesOf(db, organization)
  const [from, until] = [`${input.year}-01-01`, `${input.year}-12-31`]
  const inYear = (day: SQL | typeof applicants.approvedOn | typeof applicants.confirmedOn) =>
    sql<number>`(count(*) filter (where ${day} between ${from}::date and ${until}::date))::int`
  const step = organization.path.split('/').length
  const counted = await db
    .select({
      childId: sql<string>`split_part(${applicants.path}, '/', ${step}::int)`.as('child_id'),
      stage: applicants.stage,
      people: sql<number>`count(*)::int`,
      became: inYear(sql`(${procedureCases.marks} ->> 'targetFiled')::date`),
      admitted: inYear(applicants.approvedOn),
      confirmed: inYear(applicants.confirmedOn),
    })
    .from(applicants)
    .innerJoin(
      procedureCases,
      and(eq(procedureCases.unitId, applicants.unitId), eq(procedureCases.id, applicants.caseId)),
    )
    .where(within(reach, applicants.path))
    .groupBy(sql`child_id`, applicants.stage)
  const byChild = Map.groupBy(counted, ({ childId }) => childId)
  const rows = places.map(({ id, name }) => {
    const here = id === organization.id ? counted : (byChild.get(id) ?? [])
    const stages = Map.groupBy(here, ({ stage }) => stage)
    const sum = (of: (one: (typeof counted)[number]) => number) =>
      here.reduce((all, one) => all + of(one), 0)
    return {
      organizationId: id,
      name,
      stages: Object.fromEntries(
        [...stages].map(([stage, some]) => [
          stage,
          some.reduce((all, { people }) => all + people, 0),
        ]),
      ),
      became: sum(({ became }) => became),
      admitted: sum(({ admitted }) => admitted),
      confirmed: sum(({ confirmed }) => confirmed),
    }
  })
  return { rows }
})
