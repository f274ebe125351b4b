import { Client } from 'pg'
import { newId } from '../kernel/ids.ts'
import { signUp } from '../modules/classes/acts/sign-up.ts'
import { seedRules } from '../modules/rules/index.ts'
import { plantClass } from '../testing/classes.ts'
import { plantCaller, plantOrganization } from '../testing/world.ts'
import type { Person } from '../testing/world.ts'
import { withDatabase } from './database.ts'
import type { BenchDatabase } from './database.ts'
import { atLeast } from './measured.ts'
import type { Measured } from './measured.ts'

const clients = 50
const people = 1000
const goal = 0.5

type Key = { readonly unitId: string; readonly classId: string }

/**
 * Fifty at once ask for seats of one quota, which all have to pass; beside fifty connections that raise the same
 * counter and write the same rows and traces, one transaction each.
 */
export async function enrolment(): Promise<Measured> {
  return withDatabase(async (database) => {
    const { db, client } = database
    await seedRules(db)
    const county = await plantOrganization(db, undefined, '县委')
    const branch = await plantOrganization(db, county, '东支部')
    const runners: Person[] = []
    for (let at = 0; at < people; at += 1) runners.push(await plantCaller(db, branch))
    const quotas = [[branch, people]] as const
    const [ours, bare] = [
      await plantClass(db, county, { application: { people }, quotas }),
      await plantClass(db, county, { application: { people }, quotas }),
    ]
    const name = `enrolment, ${clients} racing for seats of one quota`
    const facts = { name, unit: 'enrolments/s' }
    const rate = await throughActs(runners, ours)
    const limit = await throughPg(database, runners, bare)
    await requireSame(client, [ours, bare])
    return atLeast(goal, { ...facts, ours: rate, limit })
  })
}

async function throughActs(runners: readonly Person[], key: Key): Promise<number> {
  return race(clients, async (_, at) => {
    const runner = runners[at]
    if (runner) await signUp(runner, key)
  })
}

async function throughPg(
  { url }: BenchDatabase,
  runners: readonly Person[],
  { unitId, classId }: Key,
): Promise<number> {
  const connections = await Promise.all(
    Array.from({ length: clients }, async () => {
      const connection = new Client({ connectionString: url })
      await connection.connect()
      return connection
    }),
  )
  const rate = await race(clients, async (lane, at) => {
    const [connection, runner] = [connections[lane], runners[at]]
    if (!connection || !runner) return
    const { personId, place } = runner.actor
    const written = JSON.stringify({ memberId: personId, state: 'enrolled', position: null })
    await connection.query('begin')
    await connection.query({ name: 'seat', text: takeSeat, values: [unitId, classId] })
    const row = [unitId, newId(), classId, personId]
    await connection.query({ name: 'row', text: keepRow, values: row })
    const trace = [unitId, newId(), personId, place.path, `class:${classId}`, written]
    await connection.query({ name: 'trace', text: keepTrace, values: trace })
    await connection.query('commit')
  })
  await Promise.all(connections.map((connection) => connection.end()))
  return rate
}

const takeSeat = `update class_quotas set taken = taken + 1
  where unit_id = $1 and class_id = $2 and taken < seats`
const keepRow = `insert into class_enrolments (unit_id, id, class_id, quota_id, member_unit_id, member_id, name,
    name_key, organization_name, learner_kind, state, way, by_id, at)
  select $1, $2, $3, id, $1, $4, '张三', 'zhang san', '东支部', 'member', 'enrolled', 'self', $4, now()
  from class_quotas where unit_id = $1 and class_id = $3`
const keepTrace = `insert into traces (unit_id, id, at, actor_id, command, path, subject, after)
  values ($1, $2, now(), $3, 'enrolments.signUp', $4, $5, $6)`

/** How many a second, where so many lanes take one person after another. */
async function race(
  lanes: number,
  take: (lane: number, at: number) => Promise<void>,
): Promise<number> {
  const began = performance.now()
  let next = 0
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      while (next < people) {
        const at = next
        next += 1
        // oxlint-disable-next-line no-await-in-loop
        await take(lane, at)
      }
    }),
  )
  return people / ((performance.now() - began) / 1000)
}

async function requireSame(client: Client, keys: readonly Key[]): Promise<void> {
  for (const { classId } of keys) {
    const { rows } = await client.query<{ kept: number }>(
      'select count(*)::int as kept from class_enrolments where class_id = $1',
      [classId],
    )
    if (rows[0]?.kept !== people) throw new Error(`${rows[0]?.kept} of ${people} were enrolled`)
  }
}
