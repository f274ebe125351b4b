import { contract } from '@zhixing/contract'
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, like, sql } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { within } from '../../../kernel/reach.ts'
import { containing } from '../../../kernel/search.ts'
import { view } from '../../../kernel/view.ts'
import { cohortCondition } from '../../audience/index.ts'
import { members } from '../../members/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { cohortFor } from '../catalogue/fit.ts'
import { quotaFor } from '../rules/seats.ts'
import { findClass } from '../store/classes.ts'
import { findQuotas } from '../store/quotas.ts'
import { classEnrolments, classQuotas, classes } from '../table.ts'
import { holders, ofQuota, onTheLineOf, seatedBelow, waitingOf } from './seats.ts'

/** Classes whose seats an organization may fill: its own quota, or that of an organization above it. */
export const offers = view(
  contract.enrolments.offers,
  async ({ db, now, reach }, { organizationId, page, size }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const day = dayOf(now)
    const chosen = and(isNotNull(classes.announcedAt), onTheLineOf(organization.path))
    const rows = await db
      .select({
        row: classes,
        quota: classQuotas,
        quotaName: organizations.name,
        organizationName: holders.name,
        waiting: waitingOf,
        own: seatedBelow(organization.path),
      })
      .from(classQuotas)
      .innerJoin(classes, ofQuota)
      .innerJoin(organizations, eq(organizations.id, classQuotas.organizationId))
      .innerJoin(holders, eq(holders.id, classes.organizationId))
      .where(chosen)
      .orderBy(desc(classes.from), desc(classes.id), asc(organizations.path))
      .limit(size)
      .offset((page - 1) * size)
    const [all] = await db
      .select({ total: count() })
      .from(classQuotas)
      .innerJoin(classes, ofQuota)
      .innerJoin(organizations, eq(organizations.id, classQuotas.organizationId))
      .where(chosen)
    return {
      total: all?.total ?? 0,
      rows: rows.map(({ row, quota, ...rest }) => ({
        ...shownOf(row),
        kind: row.kind,
        level: row.level,
        isOpen: isOpen(row, day),
        quotaId: quota.id,
        seats: quota.seats,
        taken: quota.taken,
        ...rest,
      })),
    }
  },
)

/** What everybody sees of a class who may go there. */
export function shownOf(row: typeof classes.$inferSelect) {
  const { unitId, id, title, from, until, enrolBy, application } = row
  return { unitId, classId: id, title, from, until, enrolBy, place: application.place }
}

export function isOpen(
  { state, enrolBy }: Pick<typeof classes.$inferSelect, 'state' | 'enrolBy'>,
  day: Day,
): boolean {
  return state === 'announced' && day <= enrolBy
}

/** Members whom an organization may send, and who of them already is in the class. */
export const people = view(
  contract.enrolments.people,
  async ({ db, reach }, { unitId, classId, organizationId, text }) => {
    const narrowed = await narrowTo(db, reach, organizationId)
    const held = await findClass(db, ['/'], { unitId, classId })
    if (!held?.kept.announcedAt) throw missing('classes.unknown')
    const quotas = await findQuotas(db, { unitId, classId })
    const { path } = narrowed.organization
    const isOffered = quotaFor(quotas, path) ?? quotas.find((one) => one.path.startsWith(path))
    if (!isOffered)
      throw conflict('enrolments.noQuota', { 名称: held.kept.title, 姓名: '本组织党员' })
    const cohort = cohortFor(held.kept.kind)
    const rows = await db
      .select({
        memberUnitId: members.unitId,
        memberId: members.id,
        name: members.name,
        organizationName: organizations.name,
      })
      .from(members)
      .innerJoin(organizations, eq(organizations.id, members.organizationId))
      .where(
        and(
          within(narrowed.reach, organizations.path),
          isNull(members.leftOn),
          cohort ? cohortCondition(cohort, held.kept.from).sql : undefined,
          text === '' ? undefined : like(members.name, containing(text)),
        ),
      )
      .orderBy(asc(members.nameKey), asc(members.id))
      .limit(100)
    const ids = rows.map(({ memberId }) => memberId)
    const stateOf = await statesIn(db, { unitId, classId }, ids)
    return {
      rows: rows.map((row) => ({
        ...row,
        state: stateOf.get(row.memberId) ?? null,
        position: null,
      })),
    }
  },
)

/** How people stand in a class, which may be of another unit than theirs. */
async function statesIn(
  db: Reader,
  { unitId, classId }: { readonly unitId: string; readonly classId: string },
  memberIds: readonly string[],
) {
  const rows = await db
    .select({ memberId: sql<string>`${classEnrolments.memberId}`, state: classEnrolments.state })
    .from(classEnrolments)
    .where(
      and(
        eq(classEnrolments.unitId, unitId),
        eq(classEnrolments.classId, classId),
        oneOf(classEnrolments.memberId, memberIds),
        inArray(classEnrolments.state, ['enrolled', 'waiting']),
      ),
    )
  return new Map(rows.map(({ memberId, state }) => [memberId, state]))
}
