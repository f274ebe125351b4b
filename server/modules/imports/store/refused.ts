import { and, asc, eq, gt } from 'drizzle-orm'
import type { Db } from '../../../kernel/db.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { importRows } from '../table.ts'
import type { ImportChoice } from '../table.ts'
import { isRefused } from './conditions.ts'
import type { ImportRecord } from './imports.ts'

export type RefusedRow = Pick<
  typeof importRows.$inferSelect,
  'line' | 'rawSealed' | 'faults' | 'duplicateHow'
>

const heap = 1_000

/** The cells as they were in the file, of rows that kept a copy. */
export function rawOf(sealed: string | null, vault: Pick<Vault, 'open'>): string[] {
  const cells: unknown = sealed === null ? [] : JSON.parse(vault.open(sealed))
  return Array.isArray(cells) ? cells.map(String) : []
}

/** What was not taken in, in the order of the file, some at a time. */
export async function* refusedRows(
  tx: Db,
  { unitId, id }: ImportRecord,
  choice: ImportChoice,
): AsyncGenerator<RefusedRow[]> {
  for (let last = 0; ;) {
    const rows = await tx
      .select({
        line: importRows.line,
        rawSealed: importRows.rawSealed,
        faults: importRows.faults,
        duplicateHow: importRows.duplicateHow,
      })
      .from(importRows)
      .where(
        and(
          eq(importRows.unitId, unitId),
          eq(importRows.importId, id),
          gt(importRows.line, last),
          isRefused(choice),
        ),
      )
      .orderBy(asc(importRows.line))
      .limit(heap)
    if (rows.length === 0) return
    yield rows
    last = rows.at(-1)?.line ?? last
  }
}
