import { and, asc, gt, isNull } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import type { FileStore } from '../../../kernel/files.ts'
import type { Break } from '../../../kernel/invariants.ts'
import { files } from '../table.ts'

const heap = 500

/**
 * The files that are not on the disk as they were received: by their size alone, or by the digest of all their content.
 * `found` and `expected` are bytes, or digests.
 */
export async function* changedFiles(
  db: Reader,
  store: FileStore,
  isDeep: boolean,
): AsyncGenerator<Break> {
  for (let last: string | undefined; ;) {
    const rows = await db
      .select()
      .from(files)
      .where(and(isNull(files.removedAt), last ? gt(files.id, last) : undefined))
      .orderBy(asc(files.id))
      .limit(heap)
    for (const { id, bytes, sha256 } of rows) {
      const looked = await store.look(id, isDeep)
      if (looked?.bytes !== bytes)
        yield { what: id, found: String(looked?.bytes ?? 'missing'), expected: String(bytes) }
      else if (looked.sha256 && looked.sha256 !== sha256)
        yield { what: id, found: looked.sha256, expected: sha256 }
    }
    if (rows.length < heap) return
    last = rows.at(-1)?.id
  }
}
