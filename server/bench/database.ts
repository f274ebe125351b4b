import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { openDb } from '../kernel/db.ts'
import type { Db } from '../kernel/db.ts'
import { startEmbedded } from '../kernel/embedded-postgres.ts'
import { migrate } from '../kernel/migrate.ts'
import * as schema from '../schema.ts'

export type BenchDatabase = { readonly url: string; readonly db: Db; readonly client: Client }

/** A migrated database of its own, as durable as the real one, gone when the measurement is over. */
export async function withDatabase<Value>(
  body: (database: BenchDatabase) => Promise<Value>,
): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'zhixing-bench-'))
  // Open to the user that PostgreSQL runs as when root measures.
  await chmod(folder, 0o711)
  const { url, stop } = await startEmbedded(join(folder, 'postgres'), {
    settings: { max_connections: '400' },
  })
  await migrate(url, schema)
  const { db, close } = openDb(url, { connectionsMax: 16, guarded: false })
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await body({ url, db, client })
  } finally {
    await client.end()
    await close()
    await stop()
    await rm(folder, { recursive: true, force: true })
  }
}
