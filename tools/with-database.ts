import { existsSync } from 'node:fs'
import { CannotStart } from '../server/cannot-start.ts'
import { readConfig } from '../server/config.ts'
import { openDb } from '../server/kernel/db.ts'
import type { Db } from '../server/kernel/db.ts'
import { visitEmbedded } from '../server/kernel/embedded-postgres.ts'
import { clusterFolder } from '../server/neighbours.ts'

/** The database of the settings, also while the platform runs on it; started for as long as needed if nobody has. */
export async function withDatabase<Value>(body: (db: Db) => Promise<Value>): Promise<Value> {
  return withDatabaseUrl(async (url) => {
    const { db, close } = openDb(url, { connectionsMax: 2, guarded: false, silenceMillis: 0 })
    return body(db).finally(close)
  })
}

/** Its address, for whoever speaks to it by hand. */
export async function withDatabaseUrl<Value>(
  body: (url: string) => Promise<Value>,
): Promise<Value> {
  const config = readConfig(process.env)
  const folder = clusterFolder(config)
  // Whoever only looks must not found anything.
  if (!config.DATABASE_URL && !existsSync(folder))
    throw new CannotStart(
      `${config.DATA_DIR} 里没有数据，请用 DATA_DIR 或 DATABASE_URL 指明。There is no data at ${config.DATA_DIR}.`,
    )
  const visited = config.DATABASE_URL ? undefined : await visitEmbedded(folder)
  try {
    return await body(config.DATABASE_URL ?? visited?.url ?? '')
  } finally {
    await visited?.stop()
  }
}
