import { contract } from '@zhixing/contract'
import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import { ownView } from '../../../kernel/view.ts'
import { organizations } from '../../organizations/table.ts'
import { quotaFor } from '../rules/seats.ts'
import { positionOf } from '../store/enrolments.ts'
import { classEnrolments, classQuotas, classes } from '../table.ts'
import { isOpen, shownOf } from './offers.ts'
import { holders, ofQuota, onTheLineOf } from './seats.ts'

const shownMax = 60

/** What somebody may go to, and what became of their asking. */
export const mine = ownView(contract.enrolments.mine, async ({ db, now, actor }) => {
  const { memberId, unitId: memberUnitId, place } = actor
  if (!memberId) return { rows: [] }
  const rows = await db
    .select({
      row: classes,
      quota: classQuotas,
      path: organizations.path,
      organizationName: holders.name,
      enrolment: classEnrolments,
    })
    .from(classQuotas)
    .innerJoin(classes, ofQuota)
    .innerJoin(organizations, eq(organizations.id, classQuotas.organizationId))
    .innerJoin(holders, eq(holders.id, classes.organizationId))
    .leftJoin(
      classEnrolments,
      and(
        eq(classEnrolments.unitId, classes.unitId),
        eq(classEnrolments.classId, classes.id),
        eq(classEnrolments.memberUnitId, memberUnitId),
        eq(classEnrolments.memberId, memberId),
      ),
    )
    .where(and(isNotNull(classes.announcedAt), onTheLineOf(place.path)))
    .orderBy(desc(classes.from), desc(classes.id))
    .limit(shownMax)
  const day = dayOf(now)
  const byClass = Map.groupBy(rows, ({ row }) => row.id)
  const shown = [...byClass.values()].flatMap((some) => quotaFor(some, place.path) ?? [])
  const answers = shown.map(async ({ row, quota, organizationName, enrolment }) => ({
    ...shownOf(row),
    organizationName,
    purpose: row.application.purpose,
    isOpen: isOpen(row, day),
    seats: quota.seats,
    taken: quota.taken,
    state: enrolment?.state ?? null,
    position: enrolment ? await positionOf(db, enrolment) : null,
    at: enrolment?.at.toISOString() ?? null,
  }))
  return { rows: await Promise.all(answers) }
})
