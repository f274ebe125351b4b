import { newId } from '../kernel/ids.ts'
import { digestOf, newToken } from '../kernel/token.ts'
import type { Vault } from '../kernel/vault.ts'
import { ticketText, writeTicket } from '../modules/activities/rules/code.ts'
import { plantActivity, plantOrganization } from '../testing/world.ts'
import { plantAccounts } from './accounts.ts'
import type { BenchDatabase } from './database.ts'

export type Crowd = Awaited<ReturnType<typeof crowdOf>>

const branches = 400

/** Members with accounts and open sessions in many branches, each branch at its own meeting, everybody at the door. */
export async function crowdOf(
  { db, client }: BenchDatabase,
  { people, vault }: { people: number; vault: Vault },
) {
  const county = await plantOrganization(db, undefined, '县委')
  const { unitId } = county
  const now = Date.now()
  const times = { startsAt: new Date(now - 600_000), endsAt: new Date(now + 3_600_000) }
  const meetings: { id: string; path: string; organizationId: string }[] = []
  for (let at = 0; at < branches; at += 1) {
    const branch = await plantOrganization(db, county, `第${at}支部`)
    const { activityId } = await plantActivity(db, branch, { ...times, createdAt: new Date(now) })
    meetings.push({ id: activityId, path: branch.path, organizationId: branch.id })
  }

  const tokens = Array.from({ length: people }, () => newToken())
  const ids = tokens.map(() => newId())
  await plantPeople(client, { unitId, ids, tokens, meetings })

  const device = newToken()
  const until = Math.floor(now / 1000) + 3_600
  const tickets = meetings.map(({ id }) => {
    const facts = { unitId, activityId: id, until }
    return writeTicket(facts, vault.sign(ticketText(facts, digestOf(device))))
  })
  return {
    person: (at: number) => ({
      body: JSON.stringify({ ticket: tickets[at % branches] }),
      cookie: `session=${tokens[at % people]}; device=${device}`,
    }),
    insertAttendance: `insert into attendances (unit_id, id, activity_id, member_unit_id, member_id, mark, way, at, by_id)
      values ($1, $2, $3, $1, $4, 'present', 'code', now(), $4) on conflict do nothing`,
    insertTrace: `insert into traces (unit_id, id, at, actor_id, command, path, subject, after)
      values ($1, $2, now(), $3, 'bench', $4, $5, $6)`,
    rows(at: number) {
      const memberId = ids[at % people] ?? ''
      const meeting = meetings[at % branches]
      const written = afterOf({ unitId, memberId, activityId: meeting?.id ?? '' })
      return {
        attendance: [unitId, newId(), meeting?.id, memberId],
        trace: [unitId, newId(), memberId, meeting?.path, `activity:${meeting?.id}`, written],
      }
    },
    pgbenchScript: (clients: number) => pgbenchScript(unitId, Math.floor(people / clients)),
  }
}

/** Each client has people of its own, and takes one after another; `k` is how many it has taken. */
function pgbenchScript(unitId: string, share: number): string {
  const after = bare(afterOf({ unitId, memberId: newId(), activityId: newId() }))
  return `\\set k :k + 1
    \\set n :client_id * ${share} + :k
    begin;
    insert into attendances (unit_id, id, activity_id, member_unit_id, member_id, mark, way, at, by_id)
      select '${unitId}', uuidv7(), activity_id, '${unitId}', id, 'present', 'code', now(), id
      from numbered where n = :n on conflict do nothing;
    insert into traces (unit_id, id, at, actor_id, command, path, subject, after)
      select '${unitId}', uuidv7(), now(), id, 'bench', path, 'activity:' || activity_id, '${after}'
      from numbered where n = :n;
    commit;`
}

/** As long as what the trace of a sign-in says. */
function afterOf(ids: { unitId: string; memberId: string; activityId: string }): string {
  const facts = { mark: 'present', way: 'code', at: new Date(), byId: ids.memberId }
  const standing = { isGuest: false, isDue: true, note: '', isLate: false }
  return JSON.stringify({ id: newId(), ...ids, ...facts, ...standing })
}

/** A letter behind a colon is a variable to pgbench. */
function bare(json: string): string {
  return json.replace(/:(?=[a-z])/g, ': ')
}

async function plantPeople(
  client: BenchDatabase['client'],
  {
    unitId,
    ids,
    tokens,
    meetings,
  }: {
    unitId: string
    ids: readonly string[]
    tokens: readonly string[]
    meetings: readonly { organizationId: string }[]
  },
): Promise<void> {
  const organizationIds = ids.map((_, at) => meetings[at % branches]?.organizationId ?? '')
  await plantAccounts(client, { unitId, ids, tokens, organizationIds })
  await client.query(
    `create table numbered as
     select row_number() over ()::int as n, members.id, activities.id as activity_id, path
     from members join activities using (unit_id, organization_id)
       join organizations on organizations.id = organization_id`,
  )
  await client.query('create unique index on numbered (n)')
  await client.query('vacuum analyze')
}
