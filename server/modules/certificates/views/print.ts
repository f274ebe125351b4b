import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import { requireActor } from '../../../kernel/caller.ts'
import type { Caller } from '../../../kernel/caller.ts'
import { missing } from '../../../kernel/problem.ts'
import { reachOf, within } from '../../../kernel/reach.ts'
import { certificates } from '../table.ts'

/** One's own, or one of a class within the reach; a revoked one is not printed any more. */
export async function certificateToPrint(
  caller: Caller,
  { unitId, certificateId }: { readonly unitId: string; readonly certificateId: string },
) {
  const { memberId, appointments } = requireActor(caller)
  const reach = reachOf(appointments, 'classes.view')
  const isOwn = memberId ? eq(certificates.memberId, memberId) : sql`false`
  const [row] = await caller.db
    .select()
    .from(certificates)
    .where(
      and(
        eq(certificates.unitId, unitId),
        eq(certificates.id, certificateId),
        isNull(certificates.revokedAt),
        or(isOwn, within(reach, certificates.path)),
      ),
    )
  if (!row) throw missing('certificates.unknown')
  return row
}

/** All that are in force of a class, in the order of their numbers. */
export async function certificatesToPrint(
  caller: Caller,
  { unitId, classId }: { readonly unitId: string; readonly classId: string },
) {
  const reach = reachOf(requireActor(caller).appointments, 'classes.view')
  const rows = await caller.db
    .select()
    .from(certificates)
    .where(
      and(
        eq(certificates.unitId, unitId),
        eq(certificates.classId, classId),
        isNull(certificates.revokedAt),
        within(reach, certificates.path),
      ),
    )
    .orderBy(asc(certificates.number))
  if (rows.length === 0) throw missing('certificates.unknown')
  return rows
}
