import { join } from 'node:path'
import { keysOf, offices } from '@zhixing/contract'
import { eq } from 'drizzle-orm'
import type { FastifyInstance } from 'fastify'
import { Client } from 'pg'
import { buildApp } from '../app.ts'
import { plantDemo } from '../demo/index.ts'
import type { DemoSize } from '../demo/index.ts'
import type { Actor } from '../kernel/caller.ts'
import { openDb } from '../kernel/db.ts'
import type { Db } from '../kernel/db.ts'
import { visitEmbedded } from '../kernel/embedded-postgres.ts'
import { openFileStore } from '../kernel/files.ts'
import { drainJobs } from '../kernel/job-worker.ts'
import { migrate } from '../kernel/migrate.ts'
import { keepSecret } from '../kernel/secrets.ts'
import { openVault } from '../kernel/vault.ts'
import { findActors } from '../modules/accounts/index.ts'
import { accounts } from '../modules/accounts/table.ts'
import { readJob } from '../modules/imports/index.ts'
import { proposeJob } from '../modules/proposals/jobs.ts'
import { seedRules } from '../modules/rules/index.ts'
import * as schema from '../schema.ts'
import { doWhatIsMissing } from './pages-deeds.ts'
import type { Spot } from './pages-sources.ts'

/** Somebody who asks, and whose rows are there for them to ask about. */
export type Stander = Spot & { readonly standpoint: Standpoint }

/** The logins of the demonstration; the first is there in a province only. */
const standpoints = ['province', 'organizer', 'secretary', 'member'] as const
export type Standpoint = (typeof standpoints)[number]

export type Place = {
  readonly app: FastifyInstance
  readonly client: Client
  readonly standers: readonly Stander[]
  /** How many statements the server has sent until now. */
  readonly statements: () => number
}

/** The demonstration that stands in a folder, planted there if nothing does, with a server on it that needs no port. */
export async function withPlace<Value>(
  folder: string,
  size: DemoSize,
  body: (place: Place) => Promise<Value>,
): Promise<Value> {
  const settings = { shared_buffers: '1GB', max_wal_size: '4GB' }
  const { url, stop } = await visitEmbedded(join(folder, 'postgres'), { settings })
  await migrate(url, schema)
  const { db, close } = openDb(url, { connectionsMax: 10, guarded: false })
  await seedRules(db)
  const vault = openVault(keepSecret(folder))
  const files = await openFileStore(join(folder, 'files'))
  const client = new Client({ connectionString: url })
  await client.connect()
  if (await plantDemo({ db, now, vault, files }, size)) await client.query('vacuum (analyze)')

  const known = new Map<string, Actor>()
  const app = await buildApp({ db, now, vault, files, identify: async (token) => known.get(token) })
  try {
    const standers = await standersOf(db, client, known)
    for (const stander of standers) await doWhatIsMissing({ app, client, stander })
    await drainJobs({ db, now, vault, files }, [proposeJob, readJob])
    const statements = countStatements()
    return await body({ app, client, standers, statements })
  } finally {
    await app.close()
    await client.end()
    await close()
    await stop()
  }
}

/** The people of the demonstration, each with every office there is at the place where they hold theirs. */
async function standersOf(db: Db, client: Client, known: Map<string, Actor>) {
  const standers: Stander[] = []
  const { rows } = await client.query<{ id: string }>(
    `select id from organizations where unit_id = id and dissolved_on is null
     and id in (select unit_id from accounts where login = 'organizer')`,
  )
  const unitId = rows[0]?.id
  const { rows: named } = await client.query<{ word: string }>(
    `select left(name, 2) as word from members where unit_id = $1 and left_on is null order by id limit 1`,
    [unitId],
  )
  for (const login of standpoints) {
    const [account] = await db
      .select({ id: accounts.id, organizationId: accounts.organizationId })
      .from(accounts)
      .where(eq(accounts.login, login))
    const [actor] = account ? await findActors(db, [account.id], new Date()) : []
    if (!account || !actor) continue
    known.set(login, login === 'member' ? actor : almighty(actor))
    standers.push({
      standpoint: login,
      unitId: unitId ?? actor.unitId,
      organizationId: account.organizationId ?? actor.unitId,
      accountId: account.id,
      memberId: actor.memberId,
      word: named[0]?.word ?? '',
    })
  }
  return standers
}

function almighty(actor: Actor): Actor {
  const held = actor.appointments.find(({ office }) => office !== 'member')
  const path = held?.path ?? actor.place.path
  const all = keysOf(offices).filter((office) => office !== 'member')
  const own = actor.appointments.filter(({ office }) => office === 'member')
  return { ...actor, appointments: [...own, ...all.map((office) => ({ office, path }))] }
}

/** Every statement of this process passes here, whichever pool it comes from. */
function countStatements(): () => number {
  let count = 0
  const original: unknown = Reflect.get(Client.prototype, 'query')
  if (typeof original !== 'function') throw new Error('the driver asks in another way')
  Reflect.set(Client.prototype, 'query', function counted(this: unknown, ...words: unknown[]) {
    count += 1
    return Reflect.apply(original, this, words) as unknown
  })
  return () => count
}

function now(): Date {
  return new Date()
}
