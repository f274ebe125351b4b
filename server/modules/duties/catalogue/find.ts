import { and, asc, desc, eq, gt, inArray, isNull, like, lte, ne, or } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { inLineWith, within } from '../../../kernel/reach.ts'
import { members, posts } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { dutyRecords, dutySignatures, dutyTemplates } from '../table.ts'

export type Template = typeof dutyTemplates.$inferSelect
export type Organization = Pick<
  typeof organizations.$inferSelect,
  'id' | 'unitId' | 'path' | 'name' | 'kind' | 'tier' | 'sector'
>

const organizationColumns = {
  id: organizations.id,
  unitId: organizations.unitId,
  path: organizations.path,
  name: organizations.name,
  kind: organizations.kind,
  tier: organizations.tier,
  sector: organizations.sector,
}

/** One organization alone, or all at and below a path; of one unit, or of whatever units there are. */
export type Among = {
  readonly path: string
  readonly unitId?: string
  readonly isAlone?: boolean
}

function isAmong(
  { path, unitId, isAlone }: Among,
  columns: { readonly path: AnyPgColumn; readonly unitId: AnyPgColumn },
) {
  return and(
    isAlone ? eq(columns.path, path) : within([path], columns.path),
    unitId === undefined ? undefined : eq(columns.unitId, unitId),
  )
}

/** Those that stand on one of the three levels. */
export async function findBound(db: Reader, among: Among): Promise<Organization[]> {
  return db
    .select(organizationColumns)
    .from(organizations)
    .where(
      and(
        isAmong(among, organizations),
        isNull(organizations.dissolvedOn),
        ne(organizations.kind, 'group'),
      ),
    )
    .orderBy(asc(organizations.nameKey), asc(organizations.name), asc(organizations.id))
}

/** Everything laid down above, at or below a path. */
export async function findTemplates(db: Reader, path: string): Promise<Template[]> {
  return db
    .select()
    .from(dutyTemplates)
    .where(inLineWith(path, dutyTemplates.path))
    .orderBy(asc(dutyTemplates.at), asc(dutyTemplates.id))
}

/** Their records of a year. */
export async function findRecords(db: Reader, among: Among, year: number) {
  return db
    .select()
    .from(dutyRecords)
    .where(and(isAmong(among, dutyRecords), like(dutyRecords.period, `${year}%`)))
}

/** Their signatures of a year, the newest first. */
export async function findSignatures(db: Reader, among: Among, year: number) {
  return db
    .select()
    .from(dutySignatures)
    .where(and(isAmong(among, dutySignatures), eq(dutySignatures.year, year)))
    .orderBy(desc(dutySignatures.signedAt), desc(dutySignatures.id))
}

const holderColumns = {
  unitId: posts.unitId,
  organizationId: posts.organizationId,
  memberId: posts.memberId,
  post: posts.post,
  since: posts.from,
  name: members.name,
}

function heldOn(day: Day) {
  return and(lte(posts.from, day), or(isNull(posts.until), gt(posts.until, day)))
}

/** Who holds which post there on a day. */
export async function findHolders(db: Reader, among: Among, day: Day) {
  return db
    .select(holderColumns)
    .from(posts)
    .innerJoin(members, and(eq(members.unitId, posts.unitId), eq(members.id, posts.memberId)))
    .innerJoin(organizations, eq(organizations.id, posts.organizationId))
    .where(and(isAmong(among, organizations), isNull(members.leftOn), heldOn(day)))
    .orderBy(asc(posts.from), asc(posts.id))
}

/** The organizations in which somebody holds a post on a day. */
export async function findSeats(
  db: Reader,
  { unitId, memberId, day }: { unitId: string; memberId: string; day: Day },
) {
  const held = await db
    .select({ organizationId: posts.organizationId, post: posts.post })
    .from(posts)
    .where(and(eq(posts.unitId, unitId), eq(posts.memberId, memberId), heldOn(day)))
  const ids = [...new Set(held.map(({ organizationId }) => organizationId))]
  const found = await db
    .select(organizationColumns)
    .from(organizations)
    .where(and(inArray(organizations.id, ids), isNull(organizations.dissolvedOn)))
    .orderBy(asc(organizations.path))
  return found.map((organization) => ({
    organization,
    posts: held
      .filter(({ organizationId }) => organizationId === organization.id)
      .map(({ post }) => post),
  }))
}

export async function namesOf(db: Reader, ids: readonly string[]) {
  const rows = await db
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(oneOf(organizations.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
