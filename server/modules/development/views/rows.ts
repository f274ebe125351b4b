import { and, eq, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { organizations } from '../../organizations/table.ts'
import { procedureCases } from '../../procedures/table.ts'
import { decidersOf } from '../../procedures/index.ts'
import type { Case } from '../../procedures/index.ts'
import { inspectOnOf } from '../catalogue/inspections.ts'
import { isInspected } from '../rules/way.ts'
import { applicantEntries, applicants } from '../table.ts'

const ofEntries = <T>(what: SQL) => sql<T>`(select ${what} from ${applicantEntries} e
  where e.unit_id = ${applicants.unitId} and e.applicant_id = ${applicants.id})`

export const isTurnLate = (today: Day) =>
  sql<boolean>`coalesce(${procedureCases.state} = 'open' and ${procedureCases.dueOn} < ${today}::date, false)`

export const isInspectionLate = (months: number, today: Day) =>
  sql<boolean>`coalesce((${inspectOnOf(months)})::date < ${today}::date, false)`

/** Everybody with their case, as lists show them. */
export function selectRows(db: Reader, { months }: { readonly months: number }) {
  return db
    .select({
      applicant: applicants,
      case: procedureCases,
      organizationName: organizations.name,
      inspectOn: inspectOnOf(months),
      points: ofEntries<number>(sql`coalesce(sum(e.points), 0)::int`),
    })
    .from(applicants)
    .innerJoin(organizations, eq(organizations.id, applicants.organizationId))
    .innerJoin(
      procedureCases,
      and(eq(procedureCases.unitId, applicants.unitId), eq(procedureCases.id, applicants.caseId)),
    )
}

type Row = Awaited<ReturnType<typeof selectRows>>[number]

export function rowOf(
  { applicant, case: found, organizationName, inspectOn, points }: Row,
  today: Day,
) {
  const { unitId, id: applicantId, name, stage, ruleVersion, appliedOn } = applicant
  const asked = isInspected(stage) ? inspectOn : null
  return {
    unitId,
    applicantId,
    name,
    organizationName,
    stage,
    ruleVersion,
    appliedOn,
    points,
    turn: turnOf(found, today),
    inspectOn: asked,
    isInspectionLate: asked !== null && asked < today,
  }
}

/** Whose turn it is and by when; nothing once the case is finished. */
export function turnOf(found: Case, today: Day) {
  if (found.state !== 'open') return null
  const number = found.steps.findIndex(({ key }) => key === found.step) + 1
  const step = found.steps[number - 1]
  const { earliestOn, dueOn, limitOn } = found
  return {
    step: found.step,
    number,
    earliestOn,
    dueOn,
    limitOn,
    stepName: step?.name ?? found.step,
    deciders: decidersOf(found),
    since: found.marks[found.steps[number - 2]?.key ?? ''] ?? found.startedOn,
    isLate: dueOn !== null && today > dueOn,
  }
}
