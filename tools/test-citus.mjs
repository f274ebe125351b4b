import { Client } from 'pg'
import { forwardSignals, run } from './run.mjs'

/*
 * npm run test:citus: the whole suite with its databases on the Citus cluster whose coordinator CLUSTER_DATABASE_URL
 * names; `npm run test:citus -- server/modules/ledgers` a part of it. Without a cluster there is nothing to do.
 */
const url = process.env.CLUSTER_DATABASE_URL
if (!url) {
  process.stdout.write('skipped: CLUSTER_DATABASE_URL names no Citus cluster\n')
  process.exit(0)
}
const fault = await faultOf(url)
if (fault) {
  process.stderr.write(`${fault}\n`)
  process.exit(1)
}
forwardSignals()
// What PostgreSQL answers in a millisecond, three of them answer together in ten.
await run('vitest', ['run', '--test-timeout=90000', ...process.argv.slice(2)], {
  env: { ...process.env, TEST_DATABASE_URL: url },
  shell: true,
})

/** What is wrong with the cluster, if anything. */
async function faultOf(address) {
  const client = new Client({ connectionString: address, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    const { rows } = await client.query(
      'select count(*)::int as workers from pg_dist_node where groupid > 0 and isactive',
    )
    return rows[0]?.workers ? undefined : 'the coordinator has no workers: citus_add_node'
  } catch (error) {
    return `no Citus coordinator at CLUSTER_DATABASE_URL: ${error instanceof Error ? error.message : String(error)}`
  } finally {
    await client.end().catch(() => undefined)
  }
}
