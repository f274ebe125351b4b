import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { and } from 'drizzle-orm'
import { accounts } from '../../accounts/table.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'

/** What people call the accounts, members and organizations with these ids. */
export async function namesOf(db: Reader, units: readonly string[], ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string>()
  const tables = [
    db
      .select({ id: accounts.id, name: accounts.name })
      .from(accounts)
      .where(oneOf(accounts.id, ids)),
    db
      .select({ id: members.id, name: members.name })
      .from(members)
      .where(and(oneOf(members.unitId, units), oneOf(members.id, ids))),
    db
      .select({ id: organizations.id, name: organizations.name })
      .from(organizations)
      .where(oneOf(organizations.id, ids)),
  ]
  const found = await Promise.all(tables)
  return new Map(found.flat().map(({ id, name }) => [id, name]))
}
