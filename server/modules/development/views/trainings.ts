import { contract } from '@zhixing/contract'
import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { missing } from '../../../kernel/problem.ts'
import { view } from '../../../kernel/view.ts'
import { certificates } from '../../certificates/table.ts'
import { graduatesOf } from '../../classes/index.ts'
import { classEnrolments, classes } from '../../classes/table.ts'
import { findApplicant, findEntries } from '../store/applicants.ts'

const rowsMax = 20

/** The classes that somebody of this name graduated from; whoever keeps the file knows whether it is the same person. */
export const showTrainings = view(contract.development.trainings, async ({ db, reach }, key) => {
  const row = await findApplicant(db, reach, key)
  if (!row) throw missing('development.unknown')
  const { name } = row.applicant
  const found = await db
    .select({
      enrolment: classEnrolments,
      title: classes.title,
      from: classes.from,
      until: classes.until,
      number: certificates.number,
    })
    .from(classEnrolments)
    .innerJoin(
      classes,
      and(eq(classes.unitId, classEnrolments.unitId), eq(classes.id, classEnrolments.classId)),
    )
    .leftJoin(
      certificates,
      and(
        eq(certificates.unitId, classEnrolments.unitId),
        eq(certificates.enrolmentId, classEnrolments.id),
        isNull(certificates.revokedAt),
      ),
    )
    .where(
      and(
        eq(classEnrolments.name, name),
        eq(classEnrolments.result, 'passed'),
        isNotNull(classes.completedAt),
      ),
    )
    .orderBy(desc(classes.until), classEnrolments.id)
    .limit(rowsMax)
  const taken = new Set((await findEntries(db, key)).map(({ facts }) => facts['enrolmentId']))
  const rows = await Promise.all(
    found.map(async ({ enrolment, title, from, until, number }) => {
      const { unitId: classUnitId, classId, id: enrolmentId, score } = enrolment
      const held = await graduatesOf(db, ['/'], { unitId: classUnitId, classId })
      const graduate = held?.graduates.find((one) => one.enrolmentId === enrolmentId)
      const of = { classUnitId, classId, enrolmentId, title, from, until }
      return {
        ...of,
        organizationName: enrolment.organizationName,
        minutes: graduate?.minutes ?? 0,
        days: held?.days ?? 0,
        score,
        certificate: number ?? '',
        isTaken: taken.has(enrolmentId),
      }
    }),
  )
  return { rows }
})
