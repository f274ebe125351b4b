import { contract } from '@zhixing/contract'
import { and, asc, count, countDistinct, eq, inArray, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { opinionsOf } from '../../procedures/index.ts'
import { procedureCases, procedureOpinions } from '../../procedures/table.ts'
import { questionPathOf } from '../rules/paths.ts'
import { practiceAt } from '../steps/practice.ts'
import { findApplicant } from '../store/applicants.ts'
import { findSubjects } from '../store/tasks.ts'
import { applicants } from '../table.ts'

/** Whom a political review looked at and what came back: for those who carry it out. */
export const showSubjects = view(
  contract.development.subjects,
  async ({ db, reach, vault }, key) => {
    if (!(await findApplicant(db, reach, key))) throw missing('development.unknown')
    const rows = await findSubjects(db, key)
    return {
      rows: rows.map(
        ({ id, relation, nameSealed, way, askedOf, askedOn, repliedOn, finding, replySealed }) => ({
          subjectId: id,
          relation,
          name: vault.open(nameSealed),
          way,
          askedOf,
          askedOn,
          repliedOn,
          finding,
          reply: replySealed === null ? '' : vault.open(replySealed),
        }),
      ),
    }
  },
)

/** Everybody who is being reviewed or examined, and what each department has said. */
export const showJoint = view(contract.development.joint, async (sight, input) => {
  const { db, now } = sight
  const { organization, reach } = await narrowTo(db, sight.reach, input.organizationId)
  const { departments } = await practiceAt(db, organization.path)
  const today = dayOf(now)
  const reviewed = and(
    within(reach, applicants.path),
    eq(procedureCases.state, 'open'),
    inArray(procedureCases.step, ['review', 'prereview']),
  )
  const { page, size } = input
  const rows = await db
    .select({ applicant: applicants, case: procedureCases, organizationName: organizations.name })
    .from(applicants)
    .innerJoin(organizations, eq(organizations.id, applicants.organizationId))
    .innerJoin(procedureCases, ofApplicant)
    .where(reviewed)
    .orderBy(asc(applicants.nameKey), asc(applicants.id))
    .limit(size)
    .offset((page - 1) * size)
  const opinions = await opinionsIn(
    db,
    rows.map((row) => row.case),
  )
  return {
    departments: departments.map((one) => ({ ...one })),
    ...(await countJoint(db, reviewed, today)),
    rows: rows.map(({ applicant, case: found, organizationName }) => ({
      unitId: applicant.unitId,
      applicantId: applicant.id,
      name: applicant.name,
      organizationName,
      stepName: found.steps.find(({ key }) => key === found.step)?.name ?? found.step,
      opinions: (opinions.get(found.id) ?? [])
        .filter((one) => one.step === found.step)
        .map(({ department, answer, text, dueOn, code }) => ({
          department,
          answer,
          text,
          dueOn,
          isLate: answer === null && dueOn < today,
          path: answer === null ? questionPathOf(code) : null,
        })),
    })),
  }
})

const ofApplicant = and(
  eq(procedureCases.unitId, applicants.unitId),
  eq(procedureCases.id, applicants.caseId),
)

type Case = typeof procedureCases.$inferSelect

/** What was asked about the cases, whichever unit keeps them. */
async function opinionsIn(db: Reader, cases: readonly Case[]) {
  const byUnit = [...Map.groupBy(cases, ({ unitId }) => unitId)]
  const found = await Promise.all(
    byUnit.map(async ([unitId, some]) =>
      opinionsOf(
        db,
        unitId,
        some.map(({ id }) => id),
      ),
    ),
  )
  return Map.groupBy(found.flat(), ({ caseId }) => caseId)
}

/** How many there are on all pages together, and how many questions of theirs were asked and are open. */
async function countJoint(db: Reader, reviewed: SQL | undefined, today: Day) {
  const silent = sql`${procedureOpinions.answer} is null`
  const [row] = await db
    .select({
      total: countDistinct(applicants.id),
      asked: count(procedureOpinions.id),
      silent: sql<number>`(count(${procedureOpinions.id}) filter (where ${silent}))::int`,
      late: sql<number>`(count(${procedureOpinions.id})
        filter (where ${silent} and ${procedureOpinions.dueOn} < ${today}::date))::int`,
    })
    .from(applicants)
    .innerJoin(procedureCases, ofApplicant)
    .leftJoin(
      procedureOpinions,
      and(
        eq(procedureOpinions.unitId, procedureCases.unitId),
        eq(procedureOpinions.caseId, procedureCases.id),
        eq(procedureOpinions.step, procedureCases.step),
      ),
    )
    .where(reviewed)
  return row ?? { total: 0, asked: 0, silent: 0, late: 0 }
}
