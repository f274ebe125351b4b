import { and, eq, isNull, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { procedureCases } from '../../procedures/table.ts'
import { applicantContacts, applicantEntries, applicants } from '../table.ts'

/** Half a year after the last inspection, or after somebody became an activist or a probationary member. */
export function inspectOnOf(months: number): SQL<Day | null> {
  const last = sql`(select max(e.on_day) from ${applicantEntries} e
    where e.unit_id = ${applicants.unitId} and e.applicant_id = ${applicants.id} and e.kind = 'inspection')`
  const since = sql`greatest(${last}, (${procedureCases.marks} ->> 'activist')::date)`
  return sql<Day | null>`case when ${applicants.stage} in ('activist', 'target', 'probationary')
    then (${since} + make_interval(months => ${months}::int))::date::text end`
}

/** Whose inspection is due until a day, with each of those who cultivate them. */
export async function findDueInspections(
  db: Reader,
  reach: Reach,
  { months, until }: { readonly months: number; readonly until: Day },
) {
  const due = inspectOnOf(months)
  const rows = await db
    .select({
      unitId: applicants.unitId,
      applicantId: applicants.id,
      path: applicants.path,
      name: applicants.name,
      inspectOn: due,
      memberId: applicantContacts.memberId,
    })
    .from(applicants)
    .innerJoin(
      procedureCases,
      and(eq(procedureCases.unitId, applicants.unitId), eq(procedureCases.id, applicants.caseId)),
    )
    .innerJoin(
      applicantContacts,
      and(
        eq(applicantContacts.unitId, applicants.unitId),
        eq(applicantContacts.applicantId, applicants.id),
      ),
    )
    .where(
      and(
        within(reach, applicants.path),
        eq(procedureCases.state, 'open'),
        eq(applicantContacts.role, 'contact'),
        isNull(applicantContacts.until),
        sql`(${due})::date <= ${until}::date`,
      ),
    )
    .orderBy(applicants.nameKey, applicants.id, applicantContacts.id)
  return rows.flatMap(({ inspectOn, ...row }) => (inspectOn ? [{ ...row, inspectOn }] : []))
}
