import type { Office } from '@zhixing/contract'
import type { Actor, Caller } from '../kernel/caller.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { classes } from '../modules/classes/table.ts'
import { meetings } from '../modules/meetings/table.ts'
import { findActors } from '../modules/members/index.ts'
import { appointments, members } from '../modules/members/table.ts'
import { organizations } from '../modules/organizations/table.ts'

export const noon = new Date('2026-06-01T12:00:00Z')
const open = { from: new Date('2026-06-01T08:00:00Z'), until: new Date('2026-06-01T18:00:00Z') }

export type Organization = typeof organizations.$inferSelect
export type World = Awaited<ReturnType<typeof plant>>

/** A county committee with an eastern and a western branch, and a few people: a tree of the test's own. */
export async function plant(db: Db) {
  const county = await plantOrganization(db, undefined, '县委')
  const east = await plantOrganization(db, county, '东支部')
  const west = await plantOrganization(db, county, '西支部')

  return {
    county,
    east,
    west,
    organizer: await plantCaller(db, county, 'organizer'),
    secretary: await plantCaller(db, east, 'secretary'),
    member: await plantCaller(db, east),
    stranger: callerOf(db, { id: newId(), unitId: county.id, appointments: [] }),
  }
}

export async function plantOrganization(db: Db, parent: Organization | undefined, name: string) {
  const id = newId()
  const row: Organization = {
    id,
    unitId: parent?.unitId ?? id,
    parentId: parent?.id ?? null,
    path: `${parent?.path ?? '/'}${id}/`,
    kind: parent ? 'branch' : 'committee',
    name,
  }
  await db.insert(organizations).values(row)
  return row
}

/** A member of the organization, who may hold an office there, ready to call. */
export async function plantCaller(
  db: Db,
  { id: organizationId, unitId }: Organization,
  office?: Exclude<Office, 'member'>,
): Promise<Caller> {
  const memberId = newId()
  await db.insert(members).values({ unitId, id: memberId, organizationId, name: '张三' })
  if (office) await db.insert(appointments).values({ unitId, memberId, organizationId, office })

  const [actor] = await findActors(db, [{ unitId, memberId }])
  if (!actor) throw new Error('the planted member was not found')
  return callerOf(db, actor)
}

function callerOf(db: Db, actor: Actor): Caller {
  return { db, now: () => noon, actor }
}

export async function plantClass(
  db: Db,
  { id: organizationId, unitId }: Organization,
  changes: Partial<typeof classes.$inferInsert> = {},
): Promise<{ unitId: string; classId: string }> {
  const id = newId()
  const row = { unitId, id, organizationId, title: '春训', seats: 2 }
  const times = { enrolFrom: open.from, enrolUntil: open.until }
  await db.insert(classes).values({ ...row, ...times, ...changes })
  return { unitId, classId: id }
}

export async function plantMeeting(
  db: Db,
  { id: organizationId, unitId }: Organization,
  changes: Partial<typeof meetings.$inferInsert> = {},
): Promise<{ unitId: string; meetingId: string }> {
  const id = newId()
  const row = { unitId, id, organizationId, title: '主题党日' }
  const times = { signInFrom: open.from, signInUntil: open.until }
  await db.insert(meetings).values({ ...row, ...times, ...changes })
  return { unitId, meetingId: id }
}
