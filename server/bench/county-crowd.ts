import type { Client } from 'pg'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { hashPassword } from '../kernel/password.ts'
import { digestOf, newToken } from '../kernel/token.ts'
import type { Vault } from '../kernel/vault.ts'
import { ticketText, writeTicket } from '../modules/activities/rules/code.ts'
import { activities } from '../modules/activities/table.ts'
import { lessonsFor } from './heartbeat-crowd.ts'

export type County = Awaited<ReturnType<typeof countyCrowd>>
export type Ground = { readonly db: Db; readonly client: Client; readonly vault: Vault }

export const password = 'Correct-Horse-9'

type Place = { readonly id: string; readonly path: string }
export type Person = {
  readonly memberId: string
  readonly login: string
  readonly place: Place
  readonly token: string
}

/** Everybody of a unit with an account, a password and an open session, a secretary and a meeting in each branch, a lesson each. */
export async function countyCrowd({ db, client, vault }: Ground, unitId: string) {
  const people = await plantLogins(client, unitId)
  const branches = [...new Map(people.map((one) => [one.place.id, one])).values()]
  await plantSecretaries(client, branches)
  const meetings = await plantMeetings(db, unitId, branches)
  const device = newToken()
  const until = Math.floor(Date.now() / 1000) + 3_600
  const tickets = new Map(
    [...meetings].map(([organizationId, activityId]) => {
      const facts = { unitId, activityId, until }
      return [organizationId, writeTicket(facts, vault.sign(ticketText(facts, digestOf(device))))]
    }),
  )
  const ids = people.map(({ memberId }) => memberId)
  const lessons = await lessonsFor({ db, client, vault }, { unitId, organizationId: unitId, ids })
  return {
    unitId,
    people,
    secretaries: branches,
    lessons,
    activityIds: [...meetings.values()],
    cookieOf: ({ token }: Person) => `session=${token}; device=${device}`,
    ticketOf: ({ place }: Person) => tickets.get(place.id) ?? '',
  }
}

async function plantLogins(client: Client, unitId: string): Promise<Person[]> {
  await client.query(
    `insert into accounts (id, unit_id, member_id, login, name, organization_id, created_at)
     select gen_random_uuid(), unit_id, id, id, name, organization_id, now() from members m
     where unit_id = $1 and left_on is null
       and not exists (select from accounts a where a.unit_id = m.unit_id and a.member_id = m.id)`,
    [unitId],
  )
  // One digest for all: what it costs to compare is the same.
  await client.query(
    `update accounts set password_hash = $2, password_set_at = now()
     where unit_id = $1 and member_id is not null`,
    [unitId, await hashPassword(password)],
  )
  const { rows } = await client.query<
    Omit<Person, 'place' | 'token'> & Place & { accountId: string }
  >(
    `select m.id as "memberId", a.login, a.id as "accountId", o.id, o.path
     from members m join accounts a on a.unit_id = m.unit_id and a.member_id = m.id
       join organizations o on o.id = m.organization_id
     where m.unit_id = $1 and m.left_on is null and a.disabled_at is null order by m.id`,
    [unitId],
  )
  const tokens = rows.map(() => newToken())
  await client.query(
    `insert into sessions (id, account_id, token_hash, address, agent, created_at, last_seen_at, expires_at)
     select gen_random_uuid(), id, token_hash, '127.0.0.1', 'bench', now(), now(), now() + interval '1 day'
     from unnest($1::uuid[], $2::text[]) as t (id, token_hash)`,
    [rows.map(({ accountId }) => accountId), tokens.map(digestOf)],
  )
  return rows.map(({ memberId, login, id, path }, at) => ({
    memberId,
    login,
    place: { id, path },
    token: tokens[at] ?? '',
  }))
}

async function plantSecretaries(client: Client, branches: readonly Person[]): Promise<void> {
  await client.query(
    `insert into appointments (id, account_id, organization_id, office, from_moment, by_id)
     select gen_random_uuid(), a.id, t.organization_id, 'secretary', now(), a.id
     from unnest($1::text[], $2::uuid[]) as t (login, organization_id) join accounts a using (login)
     where not exists (select from appointments p where p.account_id = a.id)`,
    [branches.map(({ login }) => login), branches.map(({ place }) => place.id)],
  )
}

async function plantMeetings(db: Db, unitId: string, branches: readonly Person[]) {
  const now = Date.now()
  const meetings = new Map(branches.map(({ place }) => [place.id, newId()]))
  await db.insert(activities).values(
    [...meetings].map(([organizationId, id]) => ({
      unitId,
      id,
      organizationId,
      kind: 'themeDay' as const,
      title: '主题党日',
      month: new Date(now).toISOString().slice(0, 7),
      startsAt: new Date(now - 600_000),
      endsAt: new Date(now + 3_600_000),
      createdBy: newId(),
      createdAt: new Date(now),
    })),
  )
  return meetings
}
