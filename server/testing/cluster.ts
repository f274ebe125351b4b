import { createHash, randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../kernel/embedded-postgres.ts'
import { migrate, migrationNames, readMigration } from '../kernel/migrate.ts'
import * as schema from '../schema.ts'
import { createDatabase, dropDatabases, makeTemplate, withClient } from './nodes.ts'

export { withClient } from './nodes.ts'

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
    await dropDatabases(url, `${run}\\_%`)
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
    await dropDatabases(url, 'template\\_%', '1 day')
    await dropDatabases(url, 'test\\_%', '1 day')
    await dropDatabases(url, `${template}\\_unfinished`)
    await migrate(await createDatabase(url, `${template}_unfinished`), schema)
    await makeTemplate(url, `${template}_unfinished`, template)
  })
  return template
}
