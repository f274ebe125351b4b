import { and, asc, eq } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { procedureCases, procedureLog } from '../../procedures/table.ts'
import type { ClassKey } from '../store/classes.ts'

/** How a class came to be approved, decision by decision; nothing of what was approved above. */
export async function approvalOf(db: Reader, { unitId, classId }: ClassKey) {
  const rows = await db
    .select({
      startedByName: procedureCases.startedByName,
      startedAt: procedureCases.startedAt,
      stepName: procedureLog.stepName,
      outcomeName: procedureLog.outcomeName,
      reason: procedureLog.reason,
      byName: procedureLog.byName,
      at: procedureLog.at,
    })
    .from(procedureCases)
    .innerJoin(
      procedureLog,
      and(
        eq(procedureLog.unitId, procedureCases.unitId),
        eq(procedureLog.caseId, procedureCases.id),
      ),
    )
    .where(and(eq(procedureCases.unitId, unitId), eq(procedureCases.subject, `class:${classId}`)))
    .orderBy(asc(procedureCases.startedAt), asc(procedureLog.sequence))
  return rows.map(({ startedAt, at, ...row }) => ({
    ...row,
    startedAt: startedAt.toISOString(),
    at: at.toISOString(),
  }))
}
