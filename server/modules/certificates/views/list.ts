import { contract } from '@zhixing/contract'
import { and, asc, count, desc, eq, isNull, or, sql } from 'drizzle-orm'
import { containing } from '../../../kernel/search.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf, within } from '../../../kernel/reach.ts'
import { ownView, view } from '../../../kernel/view.ts'
import { sentenceOf } from '../../../kernel/refuse.ts'
import { Problem } from '../../../kernel/problem.ts'
import { graduatesOf } from '../../classes/index.ts'
import { certifiedOf, pathOf } from '../rules/certified.ts'
import { certificateChecks, certificates } from '../table.ts'

export const listCertificates = view(
  contract.certificates.list,
  async ({ db, reach, actor }, { unitId, classId, text, page, size }) => {
    const held = await graduatesOf(db, reach, { unitId, classId })
    if (!held) throw missing('classes.unknown')
    const ofClass = and(eq(certificates.unitId, unitId), eq(certificates.classId, classId))
    const like = sql`like ${containing(text)}`
    const found =
      text === ''
        ? ofClass
        : and(ofClass, or(sql`${certificates.name} ${like}`, sql`${certificates.number} ${like}`))
    const rows = await db
      .select({
        kept: certificates,
        checks: sql<number>`(select count(*)::int from ${certificateChecks} where ${ofThis})`,
        checkedAt: sql<Date | null>`(select max(${certificateChecks.at}) from ${certificateChecks}
          where ${ofThis})`.mapWith(certificateChecks.at),
        total: sql<number>`(count(*) over ())::int`,
      })
      .from(certificates)
      .where(found)
      .orderBy(desc(isNull(certificates.revokedAt)), asc(certificates.number))
      .limit(size)
      .offset((page - 1) * size)
    const [sum] = await db
      .select({
        held: sql<number>`(count(*) filter (where ${certificates.revokedAt} is null))::int`,
        revoked: count(certificates.revokedAt),
      })
      .from(certificates)
      .where(ofClass)
    const { held: inForce = 0, revoked = 0 } = sum ?? {}
    const refusal = new Problem('conflict', 'certificates.notCompleted', { 名称: held.kept.title })
    return {
      rows: rows.map(({ kept, checks, checkedAt }) => ({
        ...certifiedOf(kept),
        unitId,
        certificateId: kept.id,
        path: pathOf(kept),
        checks,
        checkedAt: checkedAt?.toISOString() ?? null,
      })),
      total: rows[0]?.total ?? 0,
      waiting: held.graduates.length - inForce,
      held: inForce,
      revoked,
      notYet: held.isOver ? '' : sentenceOf(refusal),
      mayIssue: covers(reachOf(actor.appointments, 'classes.keep'), held.kept.path),
    }
  },
)

const ofThis = sql`${certificateChecks.unitId} = ${certificates.unitId}
  and ${certificateChecks.certificateId} = ${certificates.id}`

/** Where and when somebody looked; who it was is not known. */
export const listChecks = view(
  contract.certificates.checks,
  async ({ db, reach }, { unitId, certificateId, page, size }) => {
    const [certificate] = await db
      .select({ id: certificates.id })
      .from(certificates)
      .where(
        and(
          eq(certificates.unitId, unitId),
          eq(certificates.id, certificateId),
          within(reach, certificates.path),
        ),
      )
    if (!certificate) throw missing('certificates.unknown')
    const chosen = and(
      eq(certificateChecks.unitId, unitId),
      eq(certificateChecks.certificateId, certificateId),
    )
    const rows = await db
      .select()
      .from(certificateChecks)
      .where(chosen)
      .orderBy(desc(certificateChecks.at), desc(certificateChecks.id))
      .limit(size)
      .offset((page - 1) * size)
    return {
      rows: rows.map(({ at, address, wasRevoked }) => ({
        at: at.toISOString(),
        address,
        wasRevoked,
      })),
      total: await db.$count(certificateChecks, chosen),
    }
  },
)

export const listMyCertificates = ownView(contract.certificates.mine, async ({ db, actor }) => {
  const { memberId } = actor
  if (!memberId) return { rows: [] }
  const rows = await db
    .select()
    .from(certificates)
    .where(eq(certificates.memberId, memberId))
    .orderBy(desc(certificates.issuedOn), desc(certificates.number))
    .limit(200)
  return {
    rows: rows.map((kept) => ({
      ...certifiedOf(kept),
      unitId: kept.unitId,
      certificateId: kept.id,
      path: pathOf(kept),
    })),
  }
})
