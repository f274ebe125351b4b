import { digestOf } from '../kernel/token.ts'
import type { BenchDatabase } from './database.ts'

type Crowd = {
  readonly unitId: string
  readonly ids: readonly string[]
  readonly tokens: readonly string[]
  readonly organizationIds: readonly string[]
}

/** Members who are signed in, each with the account and the session of the same number. */
export async function plantAccounts(
  client: BenchDatabase['client'],
  { unitId, ids, tokens, organizationIds }: Crowd,
): Promise<void> {
  await client.query(
    `insert into members (unit_id, id, organization_id, name, sex, born_on, stage)
     select $1, id, organization_id, '张三', 'male', '1980-05-01', 'full'
     from unnest($2::uuid[], $3::uuid[]) as t (id, organization_id)`,
    [unitId, ids, organizationIds],
  )
  await client.query(
    `insert into accounts (id, unit_id, member_id, login, name, organization_id, created_at, password_set_at)
     select id, $1, id, id, '张三', organization_id, now(), now()
     from unnest($2::uuid[], $3::uuid[]) as t (id, organization_id)`,
    [unitId, ids, organizationIds],
  )
  await client.query(
    `insert into sessions (id, account_id, token_hash, address, agent, created_at, last_seen_at, expires_at)
     select gen_random_uuid(), id, token_hash, '127.0.0.1', 'bench', now(), now(), now() + interval '1 day'
     from unnest($1::uuid[], $2::text[]) as t (id, token_hash)`,
    [ids, tokens.map(digestOf)],
  )
}
