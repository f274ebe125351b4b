import { dayOf, startOf } from '../kernel/calendar.ts'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Office } from '@zhixing/contract'
import type { Actor, Caller, Visit } from '../kernel/caller.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { openFileStore } from '../kernel/files.ts'
import { openVault } from '../kernel/vault.ts'
import { findActors } from '../modules/accounts/index.ts'
import { accounts, appointments } from '../modules/accounts/table.ts'
import { activities } from '../modules/activities/table.ts'
import { members } from '../modules/members/table.ts'
import { adjustCounts, isBranch } from '../modules/organizations/index.ts'
import { organizations } from '../modules/organizations/table.ts'

export const noon = new Date('2026-06-01T12:00:00Z')

const hourMs = 3_600_000

/**
 * The next ten in the morning: an hour at which meetings are held, for tests that a browser's own clock has a word in.
 * What expires, expires after it, and nothing held then crosses midnight.
 */
export const nextMorning = new Date(
  startOf(dayOf(new Date(Date.now() + 14 * hourMs))).getTime() + 10 * hourMs,
)
export const secret = 'a secret for tests, and for nothing else'
export const vault = openVault(secret)
export const files = await openFileStore(join(tmpdir(), `zhixing-files-${process.pid}`))
/** Everybody calls from the same phone; who needs another says so. */
export const visit: Visit = {
  address: '127.0.0.1',
  agent: 'test',
  token: undefined,
  begin: () => undefined,
  end: () => undefined,
  device: 'the phone of the test',
  remember: () => undefined,
}
const open = { from: new Date('2026-06-01T08:00:00Z'), until: new Date('2026-06-01T18:00:00Z') }

export type Organization = typeof organizations.$inferSelect
export type World = Awaited<ReturnType<typeof plant>>
/** A caller whose actor is known to be there. */
export type Person = Caller & { readonly actor: Actor }

/** A county committee with an eastern and a western branch, and a few people: a tree of the test's own. */
export async function plant(db: Db) {
  const county = await plantOrganization(db, undefined, '县委')
  const east = await plantOrganization(db, county, '东支部')
  const west = await plantOrganization(db, county, '西支部')

  return {
    county,
    east,
    west,
    organizer: await plantCaller(db, county, { office: 'organizer' }),
    secretary: await plantCaller(db, east, { office: 'secretary' }),
    member: await plantCaller(db, east),
    stranger: strangerTo(db, county),
  }
}

export async function plantOrganization(
  db: Db,
  parent: Organization | undefined,
  name: string,
  changes: Partial<Organization> = {},
) {
  const id = newId()
  const [row] = await db
    .insert(organizations)
    .values({
      id,
      unitId: parent?.unitId ?? id,
      parentId: parent?.id ?? null,
      path: `${parent?.path ?? '/'}${id}/`,
      kind: parent ? 'branch' : 'committee',
      name,
      ...changes,
    })
    .returning()
  if (!row) throw new Error('the organization was not planted')
  await adjustCounts(db, row.path, { organizations: 1, branches: isBranch(row.kind) ? 1 : 0 })
  return row
}

/** A member of the organization, who may hold an office there, ready to call. */
export async function plantCaller(
  db: Db,
  organization: Organization,
  {
    office,
    now = () => noon,
    ...facts
  }: Partial<typeof members.$inferInsert> & {
    office?: Exclude<Office, 'member'>
    now?: () => Date
  } = {},
): Promise<Person> {
  const memberId = await plantMember(db, organization, facts)
  const { id: organizationId, unitId } = organization
  const accountId = newId()
  await db.insert(accounts).values({
    id: accountId,
    unitId,
    memberId,
    organizationId,
    login: accountId,
    name: facts.name ?? '张三',
    createdAt: noon,
  })
  if (office) {
    const from = new Date('2020-01-01T00:00:00Z')
    await db.insert(appointments).values({ accountId, organizationId, office, from, byId: newId() })
  }

  const [actor] = await findActors(db, [accountId], noon)
  if (!actor) throw new Error('the planted account was not found')
  return { ...surroundingsOf(db, now), actor }
}

export async function plantMember(
  db: Db,
  { id: organizationId, unitId, path }: Organization,
  facts: Partial<typeof members.$inferInsert> = {},
): Promise<string> {
  const id = newId()
  const named = { name: '张三', sex: 'male', bornOn: '1980-05-01', stage: 'full' } as const
  const dated = { joinedOn: '2005-07-01', confirmedOn: '2006-07-01', arrivedOn: '2005-07-01' }
  await db.insert(members).values({ unitId, id, organizationId, ...named, ...dated, ...facts })
  if (!facts.leftOn) {
    const probationary = facts.stage === 'probationary' ? 1 : 0
    await adjustCounts(db, path, { members: 1, probationary })
  }
  return id
}

export async function plantActivity(
  db: Db,
  { id: organizationId, unitId }: Organization,
  changes: Partial<typeof activities.$inferInsert> = {},
): Promise<{ unitId: string; activityId: string }> {
  const id = newId()
  await db.insert(activities).values({
    unitId,
    id,
    organizationId,
    kind: 'themeDay',
    title: '主题党日',
    month: '2026-06',
    startsAt: open.from,
    endsAt: open.until,
    createdBy: newId(),
    createdAt: noon,
    ...changes,
  })
  return { unitId, activityId: id }
}

/** Somebody with an account and no office, and no member either. */
function strangerTo(db: Db, { id, unitId, path }: Organization): Person {
  const accountId = newId()
  const place = { unitId, path: `${path}${id}/` }
  const actor = { accountId, personId: accountId, unitId, name: '路人', place, appointments: [] }
  return { ...surroundingsOf(db, () => noon), actor }
}

function surroundingsOf(db: Db, now: () => Date) {
  return { db, now, vault, files, visit }
}
