import { createHash, randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../kernel/embedded-postgres.ts'
import { migrate, migrationNames, readMigration } from '../kernel/migrate.ts'
import * as schema from '../schema.ts'

declare module 'vitest' {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface can be added to
  export interface ProvidedContext {
    readonly databases: { readonly url: string; readonly template: string; readonly run: string }
  }
}

/** Nothing here outlives a power cut, and nothing has to. */
const hasty = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '300',
}

/** One cluster for all tests of a user, whatever the clone; each run has databases of its own in it. */
export default async function setup(project: TestProject) {
  const folder = join(tmpdir(), `zhixing-test-cluster-${process.getuid?.() ?? 'user'}`)
  const embedded = process.env.TEST_DATABASE_URL
    ? undefined
    : await startEmbedded(folder, { settings: hasty, together: true })
  const url = process.env.TEST_DATABASE_URL ?? embedded?.url ?? ''
  const run = `test_${randomBytes(6).toString('hex')}`

  const template = await provideTemplate(url)
  project.provide('databases', { url, template, run })

  return async () => {
    await withClient(url, (client) => dropDatabases(client, `${run}\\_%`))
    await embedded?.stop()
  }
}

/** Named after the migrations, so that it is made once and again only when they change. */
async function provideTemplate(url: string): Promise<string> {
  const texts = await Promise.all((await migrationNames()).map(readMigration))
  const hash = createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 12)
  const template = `template_${hash}`

  await withClient(url, async (client) => {
    await client.query("select pg_advisory_lock(hashtext('test template'))")
    const { rowCount } = await client.query('select from pg_database where datname = $1', [
      template,
    ])
    if (rowCount) return

    // Those of other clones are theirs; only what nobody made lately, or finished, goes.
    await dropDatabases(client, 'template\\_%', '1 day')
    await dropDatabases(client, 'test\\_%', '1 day')
    await dropDatabases(client, `${template}\\_unfinished`)
    await client.query(`create database ${template}_unfinished`)
    await noteBirth(client, `${template}_unfinished`)
    await migrate(databaseUrl(url, `${template}_unfinished`), schema)
    await client.query(`alter database ${template}_unfinished rename to ${template}`)
  })
  return template
}

/** PostgreSQL does not know how old a database is, so its comment says it. */
export async function noteBirth(client: Client, name: string): Promise<void> {
  await client.query(`comment on database ${name} is '${new Date().toISOString()}'`)
}

async function dropDatabases(client: Client, pattern: string, age?: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database where datname like $1
     and ($2::interval is null
       or shobj_description(oid, 'pg_database')::timestamptz < now() - $2::interval)`,
    [pattern, age],
  )
  for (const { name } of rows) await client.query(`drop database ${name} with (force)`)
}

export async function withClient<Value>(
  url: string,
  body: (client: Client) => Promise<Value>,
): Promise<Value> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await body(client)
  } finally {
    await client.end()
  }
}

export function databaseUrl(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
