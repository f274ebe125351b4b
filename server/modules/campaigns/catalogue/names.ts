import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { organizations } from '../../organizations/table.ts'

export async function namesOf(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(oneOf(organizations.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
