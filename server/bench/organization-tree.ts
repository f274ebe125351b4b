import type { Client } from 'pg'
import { newId } from '../kernel/ids.ts'

export type Size = {
  readonly counties: number
  /** In each county, in each township, in each branch. */
  readonly townships: number
  readonly branches: number
  readonly members: number
}

export type Province = {
  readonly root: { readonly id: string; readonly path: string }
  /** Some ids of every level, from the root down. */
  readonly levels: readonly (readonly string[])[]
  readonly organizations: number
  readonly members: number
}

/** A province written by the database itself: as large as one likes, within seconds. */
export async function plantProvince(client: Client, size: Size): Promise<Province> {
  const root = newId()
  await client.query(
    `insert into organizations (id, unit_id, path, kind, name, name_key)
     values ($1::uuid, $1::uuid, '/' || $1::text || '/', 'committee', '省委', 'sheng wei')`,
    [root],
  )
  const path = `/${root}/`
  await plantLevel(client, { above: `path = '${path}'`, many: size.counties, kind: 'committee' })
  await client.query(
    "update organizations set unit_id = id where parent_id = $1 and kind = 'committee'",
    [root],
  )
  const county = `parent_id = '${root}'`
  await plantLevel(client, { above: county, many: size.townships, kind: 'committee' })
  const township = `length(path) - length(replace(path, '/', '')) = 4`
  await plantLevel(client, { above: township, many: size.branches, kind: 'branch' })
  await plantPeople(client, size.members)
  await countAll(client)
  await client.query('vacuum analyze')

  const levels: string[][] = []
  for (const slashes of [2, 3, 4, 5]) levels.push(await someAt(client, slashes))
  const [counted] = (
    await client.query<{ organizations: number; members: number }>(
      'select organizations, members from organization_counts where id = $1',
      [root],
    )
  ).rows
  const { organizations = 0, members = 0 } = counted ?? {}
  return { root: { id: root, path }, levels, organizations, members }
}

type Level = { readonly above: string; readonly many: number; readonly kind: string }

async function plantLevel(client: Client, { above, many, kind }: Level): Promise<void> {
  await client.query(
    `insert into organizations (id, unit_id, parent_id, path, kind, name, name_key)
     select made.id, made.unit_id, made.parent_id, made.above || made.id || '/', $2, made.name,
            made.name
     from (
       select gen_random_uuid() as id, unit_id, id as parent_id, path as above,
              name || '第' || number as name
       from organizations, generate_series(1, $1::int) as number
       where ${above}
     ) made`,
    [many, kind],
  )
}

/** Members, and for every branch a secretary, two officers and a term. */
async function plantPeople(client: Client, many: number): Promise<void> {
  await client.query(
    `insert into members (unit_id, id, organization_id, name, sex, born_on, stage)
     select unit_id, gen_random_uuid(), id, '党员' || number,
            case when number % 3 = 0 then 'female' else 'male' end, '1980-01-01',
            case when number % 20 = 0 then 'probationary' else 'full' end
     from organizations, generate_series(1, $1::int) as number where kind = 'branch'`,
    [many],
  )
  await client.query(
    `insert into posts (unit_id, id, member_id, organization_id, post, from_day, by_id)
     select unit_id, gen_random_uuid(), id, organization_id,
            case name when '党员1' then 'secretary' else 'officer' end, '2024-01-01', id
     from members where name in ('党员1', '党员2', '党员3')`,
  )
  await client.query(
    `insert into committee_terms (id, organization_id, elected_on, ends_on)
     select gen_random_uuid(), id, '2024-01-01', '2029-01-01'
     from organizations where kind = 'branch'`,
  )
}

async function countAll(client: Client): Promise<void> {
  await client.query(
    `insert into organization_counts (id, members, probationary, branches, organizations)
     select above.id::uuid, sum(o.members), sum(o.probationary),
            count(*) filter (where o.kind = 'branch'), count(*)
     from (
       select o.path, o.kind, count(m.id) as members,
              count(m.id) filter (where m.stage = 'probationary') as probationary
       from organizations o left join members m on m.organization_id = o.id
       group by o.id
     ) o, unnest(string_to_array(trim(both '/' from o.path), '/')) as above(id)
     group by above.id`,
  )
}

async function someAt(client: Client, slashes: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select id from organizations
     where length(path) - length(replace(path, '/', '')) = $1 order by id limit 40`,
    [slashes],
  )
  return rows.map(({ id }) => id)
}
