import { contract } from '@zhixing/contract'
import { and, asc, eq, or, sql } from 'drizzle-orm'
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
  const inYear = (day: string | null | undefined) => day?.startsWith(`${input.year}-`) ?? false
  const people = await db
    .select({
      path: applicants.path,
      stage: applicants.stage,
      approvedOn: applicants.approvedOn,
      confirmedOn: applicants.confirmedOn,
      targetOn: sql<string | null>`${procedureCases.marks} ->> 'targetFiled'`,
    })
    .from(applicants)
    .innerJoin(
      procedureCases,
      and(eq(procedureCases.unitId, applicants.unitId), eq(procedureCases.id, applicants.caseId)),
    )
    .where(within(reach, applicants.path))
  const rows = places.map(({ id, path, name }) => {
    const here = people.filter((one) => one.path.startsWith(path))
    const stages = Map.groupBy(here, ({ stage }) => stage)
    return {
      organizationId: id,
      name,
      stages: Object.fromEntries([...stages].map(([stage, some]) => [stage, some.length])),
      became: here.filter(({ targetOn }) => inYear(targetOn)).length,
      admitted: here.filter(({ approvedOn }) => inYear(approvedOn)).length,
      confirmed: here.filter(({ confirmedOn }) => inYear(confirmedOn)).length,
    }
  })
  return { rows }
})
