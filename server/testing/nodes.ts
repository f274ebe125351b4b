import { Client } from 'pg'

/*
 * Databases for tests, on one PostgreSQL or on every node of a Citus cluster. There a database is one of that name on
 * each node; copied node by node from a template it brings its shards along, and the nodes know each other already.
 */

type Node = { readonly url: string; readonly host: string; readonly port: number }

/** Its address; where there is no template it is empty, and on a cluster knows its nodes. */
export async function createDatabase(
  server: string,
  name: string,
  template?: string,
): Promise<string> {
  const nodes = await nodesOf(server)
  const from = template ? `template ${template}` : ''
  for (const { url } of nodes)
    await withClient(url, async (client) => {
      await client.query(`create database ${name} ${from}`)
      await noteBirth(client, name)
    })
  if (!template && nodes.length > 1) await acquaint(nodes, name)
  return databaseUrl(server, name)
}

/** Closes it to everybody, so that it can be copied: a cluster keeps a helper of its own in every database. */
export async function makeTemplate(server: string, name: string, template: string): Promise<void> {
  // The server last: whoever sees it there may copy all of them.
  for (const { url } of (await nodesOf(server)).toReversed())
    await withClient(url, async (client) => {
      await client.query(`alter database ${name} with allow_connections false`)
      await client.query(
        'select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = $1',
        [name],
      )
      await client.query(`alter database ${name} rename to ${template}`)
    })
}

export async function dropDatabases(server: string, pattern: string, age?: string): Promise<void> {
  for (const { url } of await nodesOf(server))
    await withClient(url, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `select datname as name from pg_database where datname like $1
         and ($2::interval is null
           or shobj_description(oid, 'pg_database')::timestamptz < now() - $2::interval)`,
        [pattern, age],
      )
      for (const { name } of rows) await client.query(`drop database ${name} with (force)`)
    })
}

/** PostgreSQL does not know how old a database is, so its comment says it. */
async function noteBirth(client: Client, name: string): Promise<void> {
  await client.query(`comment on database ${name} is '${new Date().toISOString()}'`)
}

/** The server, and on a cluster its workers after it. */
async function nodesOf(server: string): Promise<Node[]> {
  return withClient(server, async (client) => {
    const { rowCount } = await client.query("select from pg_extension where extname = 'citus'")
    if (!rowCount) return [{ url: server, host: '', port: 0 }]
    const { rows } = await client.query<{ host: string; port: number; group: number }>(
      'select nodename as host, nodeport as port, groupid as group from pg_dist_node order by groupid',
    )
    return rows.map(({ host, port, group }) => ({
      host,
      port,
      url: group === 0 ? server : nodeUrl(server, host, port),
    }))
  })
}

async function acquaint(nodes: readonly Node[], name: string): Promise<void> {
  for (const { url } of nodes)
    await withClient(databaseUrl(url, name), (client) => client.query('create extension citus'))

  const [first, ...workers] = nodes
  if (!first) return
  await withClient(databaseUrl(first.url, name), async (client) => {
    await client.query('select citus_set_coordinator_host($1, $2)', [first.host, first.port])
    for (const { host, port } of workers)
      await client.query('select citus_add_node($1, $2)', [host, port])
  })
}

function nodeUrl(server: string, host: string, port: number): string {
  const changed = new URL(server)
  changed.searchParams.delete('host')
  changed.hostname = host
  changed.port = String(port)
  return changed.href
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
