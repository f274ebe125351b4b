import { and, eq, isNotNull } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { members } from '../../members/table.ts'
import { accounts } from '../table.ts'

/** The member behind an account, also one who has left the roll: whoever was removed may still answer for themself. */
export async function findMemberBehind(db: Reader, accountId: string) {
  const [row] = await db
    .select({ unitId: members.unitId, memberId: members.id, name: members.name })
    .from(accounts)
    .innerJoin(members, and(eq(members.unitId, accounts.unitId), eq(members.id, accounts.memberId)))
    .where(and(eq(accounts.id, accountId), isNotNull(accounts.memberId)))
  return row
}
