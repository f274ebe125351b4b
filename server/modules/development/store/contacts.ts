import { and, eq, isNull } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { members } from '../../members/table.ts'
import { applicantContacts } from '../table.ts'
import type { Key } from './applicants.ts'

export async function findContacts(db: Reader, { unitId, applicantId }: Key) {
  return db
    .select({
      role: applicantContacts.role,
      memberId: applicantContacts.memberId,
      name: members.name,
      from: applicantContacts.from,
      until: applicantContacts.until,
    })
    .from(applicantContacts)
    .innerJoin(
      members,
      and(eq(members.unitId, applicantContacts.unitId), eq(members.id, applicantContacts.memberId)),
    )
    .where(
      and(eq(applicantContacts.unitId, unitId), eq(applicantContacts.applicantId, applicantId)),
    )
    .orderBy(applicantContacts.from, applicantContacts.id)
}

type Role = (typeof applicantContacts.$inferInsert)['role']

/** Whoever had the role until now has it no longer. */
export async function replaceContacts(
  tx: Db,
  { unitId, applicantId }: Key,
  { role, memberIds, on }: { role: Role; memberIds: readonly string[]; on: string },
): Promise<void> {
  await tx
    .update(applicantContacts)
    .set({ until: on })
    .where(
      and(
        eq(applicantContacts.unitId, unitId),
        eq(applicantContacts.applicantId, applicantId),
        eq(applicantContacts.role, role),
        isNull(applicantContacts.until),
      ),
    )
  await tx
    .insert(applicantContacts)
    .values(memberIds.map((memberId) => ({ unitId, applicantId, role, memberId, from: on })))
}

/** Nobody cultivates anybody any more whose way is over, or who is elsewhere. */
export async function endContacts(tx: Db, { unitId, applicantId }: Key, on: string): Promise<void> {
  await tx
    .update(applicantContacts)
    .set({ until: on })
    .where(
      and(
        eq(applicantContacts.unitId, unitId),
        eq(applicantContacts.applicantId, applicantId),
        isNull(applicantContacts.until),
      ),
    )
}
