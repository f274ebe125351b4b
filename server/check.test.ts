import { join } from 'node:path'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { and, desc, eq, isNull, ne, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { plantDemo } from './demo/index.ts'
import { allInvariants } from './invariants.ts'
import { openDb } from './kernel/db.ts'
import type { OpenDb } from './kernel/db.ts'
import { openFileStore } from './kernel/files.ts'
import type { FileStore } from './kernel/files.ts'
import { inOneSnapshot, verdictOn } from './kernel/invariants.ts'
import { countOld, resealTable } from './kernel/reseal.ts'
import { openVault } from './kernel/vault.ts'
import { changedFiles } from './modules/files/catalogue/kept.ts'
import { accounts } from './modules/accounts/table.ts'
import { files } from './modules/files/table.ts'
import { members } from './modules/members/table.ts'
import { organizationCounts, organizations } from './modules/organizations/table.ts'
import { seedRules } from './modules/rules/index.ts'
import { sealedTables } from './sealed.ts'
import { createDatabase } from './testing/nodes.ts'

/* A province of two counties, for here the whole database is asked; the second is a print of the first. */
const { url: server, template, run } = inject('databases')
const secret = 'a secret of more than thirty-two characters'
const vault = openVault(secret)
let folder = ''
let store: FileStore
let opened: OpenDb

beforeAll(async () => {
  const url = await createDatabase(server, `${run}_check`, template)
  opened = openDb(url, { connectionsMax: 2, guarded: false })
  await seedRules(opened.db)
  folder = await mkdtemp(join(tmpdir(), 'zhixing-check-'))
  store = await openFileStore(folder)
  await plantDemo(
    { db: opened.db, now: () => new Date(), vault, files: store },
    { members: 400 },
    2,
  )
}, 120_000)

afterAll(async () => {
  await opened.close()
  await rm(folder, { recursive: true, force: true })
})

const broken = async (db = opened.db) => {
  const keys: string[] = []
  for (const invariant of allInvariants())
    if ((await verdictOn(db, invariant)).count > 0) keys.push(invariant.key)
  return keys
}

test('every county of a province has its own people, accounts and sums, and the province all of them', async () => {
  const [root, ...counties] = await opened.db
    .select({ committee: organizations.name, members: organizationCounts.members })
    .from(organizations)
    .innerJoin(organizationCounts, eq(organizationCounts.id, organizations.id))
    .where(eq(organizations.unitId, organizations.id))
    .orderBy(sql`${organizations.parentId} is not null`, desc(organizations.path))
  expect(counties.map(({ committee }) => committee)).toEqual(['中共禾岭县委', '中共云岭县委'])
  const [first, second] = counties
  expect(second?.members).toBe(first?.members)
  expect(root?.members).toBe((first?.members ?? 0) * 2)

  const people = await opened.db.select().from(members)
  const known = people.map(({ idNumberIndex, phoneSealed }) => `${idNumberIndex} ${phoneSealed}`)
  expect(new Set(known).size).toBe(people.length)
  expect(people.map(({ idNumberSealed }) => vault.index(vault.open(idNumberSealed ?? '')))).toEqual(
    people.map(({ idNumberIndex }) => idNumberIndex),
  )
  const logins = (await opened.db.select().from(accounts)).map(({ login }) => login)
  expect(logins).toEqual(expect.arrayContaining(['province', 'secretary', 'secretary.2']))
})

test('a province in the middle of its year breaks nothing', async () => {
  expect(await inOneSnapshot(opened.db, (tx) => broken(tx))).toEqual([])
})

const aBallot = `insert into ballots (unit_id, id, organization_id, path, kind, way, state, subject, round, title, lines,
    takes_others, terms, opened_on, until_day, by_id)
  select unit_id, gen_random_uuid(), id, path, 'motion', 'phone', 'open', 'motion:1', 1, '关于修桥的决议', '[]', false, '{}',
    '2026-11-01', '2026-11-02', id from organizations where kind = 'branch' order by id limit 1`

/** What no act can do; done behind the platform's back. */
const misdeeds: Readonly<Record<string, string>> = {
  'organizations.paths': `update organizations set path = path || 'x/' where id = (select id from organizations
    where kind = 'branch' order by id limit 1)`,
  'organizations.counts': 'update organization_counts set branches = branches + 1',
  'members.counts': 'update organization_counts set members = members + 1',
  'members.probationary': 'update organization_counts set probationary = probationary + 1',
  'members.affiliations': `update affiliations set until_day = '2020-01-01'`,
  'ledgers.totals': 'update hour_totals set minutes = minutes + 1',
  'ledgers.centralized': 'update hour_totals set centralized_minutes = centralized_minutes + 1',
  'ledgers.online': 'update hour_totals set online_minutes = online_minutes + 1',
  'ledgers.reversals': `insert into hour_entries select (jsonb_populate_record(e, jsonb_build_object(
      'id', gen_random_uuid(), 'minutes', -e.minutes - 1, 'reverses_id', e.id, 'key', e.key || '-'))).*
    from hour_entries e where id = (select id from hour_entries where minutes > 0 order by id limit 1)`,
  'procedures.steps': `update procedure_cases set step = 'nowhere' where state = 'open'`,
  'procedures.ends': `update procedure_cases set finished_at = now() where state = 'open'`,
  'procedures.log': `delete from procedure_log l where sequence = (select min(sequence) + 1 from procedure_log
    where unit_id = l.unit_id and case_id = l.case_id)`,
  'classes.seats': 'update class_quotas set taken = taken - 1 where taken > 0',
  'materials.stocks': 'update title_stocks set copies = copies + 1',
  'dues.totals': 'update dues_totals set fen = fen + 1',
  'dues.reversals': `insert into dues_entries select (jsonb_populate_record(e, jsonb_build_object(
      'id', gen_random_uuid(), 'fen', -e.fen - 1, 'reverses_id', e.id, 'key', e.key || '-'))).*
    from dues_entries e where id = (select id from dues_entries where fen > 0 order by id limit 1)`,
  'ballots.tickets': `${aBallot}; insert into ballot_slips (unit_id, id, ballot_id, ticket, choices)
    select unit_id, gen_random_uuid(), id, 'forged', '{}' from ballots`,
  'ballots.keys': `${aBallot}; update ballots set sealed_key = 'kept', counted_on = '2026-11-01'`,
  'paths.procedure_cases': `update procedure_cases set path = '/'`,
}

test('everything that is asked is seen to fail below', () => {
  const asked = allInvariants().map(({ key }) => key)
  const seen = new Set(Object.keys(misdeeds))
  expect(asked.filter((key) => !seen.has(key) && !key.startsWith('paths.'))).toEqual([])
})

test.for(Object.entries(misdeeds))('finds what breaks %s', async ([key, misdeed]) => {
  const undone = new Error('undone')
  const found: string[] = []
  const doing = opened.db.transaction(async (tx) => {
    await tx.execute(sql`set local citus.propagate_set_commands = 'local'`)
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(sql.raw(misdeed))
    found.push(...(await broken(tx)))
    throw undone
  })
  await expect(doing).rejects.toBe(undone)
  expect(found).toContain(key)
})

test('finds a file that is gone, and one that is another', async () => {
  const changed = async (isDeep: boolean) => {
    const found = []
    for await (const one of changedFiles(opened.db, store, isDeep)) found.push(one)
    return found
  }
  expect(await changed(true)).toEqual([])
  const [first, second] = await opened.db.select().from(files).orderBy(files.id).limit(2)
  if (!first || !second) throw new Error('the county has no files')
  await rm(store.pathOf(first.id))
  await writeFile(store.pathOf(second.id), 'x'.repeat(second.bytes))
  const gone = { what: first.id, found: 'missing', expected: String(first.bytes) }
  expect(await changed(false)).toEqual([gone])
  expect(await changed(true)).toMatchObject([gone, { what: second.id, expected: second.sha256 }])
  await opened.db.delete(files).where(eq(files.id, first.id))
})

/** Wherever a text lies in the database that one of the two families sealed. */
async function placesOf(mark: string): Promise<string[]> {
  const columns = await opened.db.execute<{ table: string; column: string }>(
    sql`select table_name as table, column_name as column from information_schema.columns
      where table_schema = 'public' and data_type in ('text', 'jsonb', 'json') order by 1, 2`,
  )
  const found: string[] = []
  for (const { table, column } of columns.rows) {
    const { rows } = await opened.db.execute(
      sql`select from ${sql.identifier(table)}
        where ${sql.identifier(column)}::text ~ ${`(^|")${mark}:[A-Za-z0-9+/]{16}`} limit 1`,
    )
    if (rows.length > 0) found.push(`${table}.${column}`)
  }
  return found
}

test('everything sealed is sealed anew by other algorithms, there and back, and nobody is lost', async () => {
  const { db } = opened
  const before = await placesOf('v1')
  expect(before).toEqual(
    expect.arrayContaining(['members.id_number_sealed', 'members.phone_sealed']),
  )
  const [member] = await db.select().from(members).limit(1)
  const idNumber = vault.open(member?.idNumberSealed ?? '')

  for (const crypto of ['guomi', 'international'] as const) {
    const chosen = openVault(secret, crypto)
    let rows = 0
    for (const table of sealedTables()) {
      const done = await resealTable(db, chosen, { table })
      expect(done.twice).toEqual([])
      rows += done.rows
      expect(await countOld(db, chosen, table)).toBe(0)
    }
    expect(rows).toBeGreaterThan(200)
    // Whatever was sealed, wherever it lies: a column that nobody listed would show here.
    const places = await Promise.all(['v1', 'g1'].map(placesOf))
    expect(places).toEqual(crypto === 'guomi' ? [[], before] : [before, []])
    const [found] = await db
      .select()
      .from(members)
      .where(eq(members.idNumberIndex, chosen.index(idNumber)))
    expect(found?.id).toBe(member?.id)
    expect(chosen.open(found?.idNumberSealed ?? '')).toBe(idNumber)
  }
  expect(await broken()).toEqual([])
}, 60_000)

test('a row that somebody changes meanwhile, and one that stands twice, are left as they are', async () => {
  const { db } = opened
  const guomi = openVault(secret, 'guomi')
  const table = sealedTables().find(({ name: one }) => one === 'members')
  if (!table) throw new Error('no table of members')
  const [one] = await db.select().from(members).where(isNull(members.leftOn)).limit(1)
  if (!one) throw new Error('nobody planted')
  const beside = and(eq(members.unitId, one.unitId), isNull(members.leftOn), ne(members.id, one.id))
  const [other] = await db.select().from(members).where(beside).limit(1)
  if (!other) throw new Error('nobody beside them')
  const number = vault.open(one.idNumberSealed ?? '')
  // The second has the number of the first, by the digest of the other family: the constraint cannot see it.
  const set = { idNumberSealed: guomi.seal(number), idNumberIndex: guomi.index(number) }
  await db
    .update(members)
    .set(set)
    .where(and(eq(members.unitId, other.unitId), eq(members.id, other.id)))

  const done = await resealTable(db, guomi, { table })
  expect(done.twice).toEqual([`${one.unitId} ${one.id}`])
  expect(await countOld(db, guomi, table)).toBe(1)
  const [kept] = await db.select().from(members).where(eq(members.id, one.id))
  expect(kept?.idNumberIndex).toBe(one.idNumberIndex)
})
