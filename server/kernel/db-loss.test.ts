import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { url } from '../testing/database.ts'
import { inTransaction, openDb } from './db.ts'

test('a connection that dies inside a transaction fails that one, and the process goes on', async () => {
  const { db, close } = openDb(url, { connectionsMax: 2, guarded: false })
  const broken = inTransaction(db, async (tx) => {
    const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
    await db.execute(sql`select pg_terminate_backend(${rows[0]?.pid}::int)`)
    // Nothing is being asked when the end comes: only a listener can hear of it.
    await new Promise((done) => setTimeout(done, 100))
    await tx.execute(sql`select 1`)
  })
  await expect(broken).rejects.toThrow()

  expect((await db.execute(sql`select 1 as one`)).rows).toEqual([{ one: 1 }])
  await close()
})
