import { contract } from '@zhixing/contract'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import { missing } from '../../../kernel/problem.ts'
import { within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { opinionsOf } from '../../procedures/index.ts'
import { procedureCases } from '../../procedures/table.ts'
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
export const showJoint = view(contract.development.joint, async (sight, { organizationId }) => {
  const { db, now } = sight
  const { organization, reach } = await narrowTo(db, sight.reach, organizationId)
  const { departments } = await practiceAt(db, organization.path)
  const today = dayOf(now)
  const rows = await db
    .select({ applicant: applicants, case: procedureCases, organizationName: organizations.name })
    .from(applicants)
    .innerJoin(organizations, eq(organizations.id, applicants.organizationId))
    .innerJoin(
      procedureCases,
      and(eq(procedureCases.unitId, applicants.unitId), eq(procedureCases.id, applicants.caseId)),
    )
    .where(
      and(
        within(reach, applicants.path),
        eq(procedureCases.state, 'open'),
        inArray(procedureCases.step, ['review', 'prereview']),
      ),
    )
    .orderBy(asc(applicants.nameKey), asc(applicants.id))
  const people = await Promise.all(
    rows.map(async ({ applicant, case: found, organizationName }) => {
      const { unitId, id: applicantId, name } = applicant
      const asked = await opinionsOf(db, unitId, [found.id])
      const step = found.steps.find(({ key }) => key === found.step)
      return {
        unitId,
        applicantId,
        name,
        organizationName,
        stepName: step?.name ?? found.step,
        opinions: asked
          .filter((one) => one.step === found.step)
          .map(({ department, answer, text, dueOn, code }) => ({
            department,
            answer,
            text,
            dueOn,
            isLate: answer === null && dueOn < today,
            path: answer === null ? questionPathOf(code) : null,
          })),
      }
    }),
  )
  return { departments: departments.map((one) => ({ ...one })), people }
})
