import { contract } from '@zhixing/contract'
import { and, asc, eq, exists, ilike, inArray, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { containing } from '../../../kernel/search.ts'
import { view } from '../../../kernel/view.ts'
import { findOrganization } from '../store/tree.ts'
import { organizationCounts, organizations } from '../table.ts'

const pageSize = 200
const foundMost = 30
const child = alias(organizations, 'child')

/** One level of the tree; without a parent, the tops of the own reach. */
export const listChildren = view(
  contract.organizations.children,
  async ({ db, reach }, { parentId, after }) => {
    const parent = parentId ? await findOrganization(db, reach, parentId) : undefined
    if (parentId && !parent) throw missing('organizations.unknown')

    const chosen = and(
      parent ? eq(organizations.parentId, parent.id) : inArray(organizations.path, [...reach]),
      isNull(organizations.dissolvedOn),
    )
    const rows = await nodesOf(db)
      .where(and(chosen, after ? beyond(after) : undefined))
      .orderBy(asc(organizations.nameKey), asc(organizations.id))
      .limit(pageSize + 1)

    const shown = rows.slice(0, pageSize)
    const last = rows.length > pageSize ? shown.at(-1) : undefined
    return {
      rows: shown,
      total: await db.$count(organizations, chosen),
      next: last ? `${last.id} ${last.nameKey}` : null,
    }
  },
)

/** By a part of the name, its pinyin or initials, or the beginning of the code. */
export const searchOrganizations = view(
  contract.organizations.search,
  async ({ db, reach }, { text }) => {
    const chosen = and(
      within(reach, organizations.path),
      isNull(organizations.dissolvedOn),
      matching(text),
    )
    const rows = await nodesOf(db)
      .where(chosen)
      .orderBy(asc(sql`length(${organizations.name})`), asc(organizations.nameKey))
      .limit(foundMost)
    const names = await namesOn(
      db,
      reach,
      rows.map(({ path }) => path),
    )
    return {
      rows: rows.map((row) => ({ ...row, trail: trailOf(row.path, names) })),
      total: await db.$count(organizations, chosen),
    }
  },
)

export const listAncestors = view(
  contract.organizations.ancestors,
  async ({ db, reach }, { organizationId }) => {
    const found = await findOrganization(db, reach, organizationId)
    if (!found) throw missing('organizations.unknown')
    return { rows: await ancestorsOf(db, reach, found.path) }
  },
)

/** From the top of the reach down to the path; what lies above the reach is not told. */
export async function ancestorsOf(db: Reader, reach: Reach, path: string) {
  const { id, unitId, name, kind } = organizations
  return db
    .select({ id, unitId, name, kind })
    .from(organizations)
    .where(and(oneOf(id, path.split('/').filter(Boolean)), within(reach, organizations.path)))
    .orderBy(sql`length(${organizations.path})`)
}

/** What a text given to a search box finds; pinyin with or without spaces. */
export function matching(text: string) {
  const letters = text.toLowerCase().replaceAll(/[\s'’]/g, '')
  return or(
    ilike(organizations.name, containing(text)),
    ilike(organizations.code, containing(text).slice(1)),
    /^[a-z]+$/.test(letters)
      ? sql`replace(${organizations.nameKey}, ' ', '') like ${containing(letters)}`
      : undefined,
  )
}

function nodesOf(db: Reader) {
  const { id, unitId, name, kind, path, nameKey } = organizations
  const below = db
    .select({ id: child.id })
    .from(child)
    .where(and(eq(child.parentId, organizations.id), isNull(child.dissolvedOn)))
  return db
    .select({
      id,
      unitId,
      name,
      kind,
      path,
      nameKey,
      members: sql<number>`coalesce(${organizationCounts.members}, 0)`,
      hasChildren: sql<boolean>`${exists(below)}`,
    })
    .from(organizations)
    .leftJoin(organizationCounts, eq(organizationCounts.id, organizations.id))
    .$dynamic()
}

/** After the last row that was shown: its id, a space, its name key. */
function beyond(after: string) {
  const [id, key] = [after.slice(0, 36), after.slice(37)]
  return sql`(${organizations.nameKey}, ${organizations.id}) > (${key}, ${id}::uuid)`
}

async function namesOn(db: Reader, reach: Reach, paths: readonly string[]) {
  const ids = new Set(paths.flatMap((path) => path.split('/').filter(Boolean)))
  const rows = await db
    .select({ id: organizations.id, name: organizations.name, path: organizations.path })
    .from(organizations)
    .where(oneOf(organizations.id, ids))
  return new Map(rows.filter(({ path }) => covers(reach, path)).map(({ id, name }) => [id, name]))
}

function trailOf(path: string, names: ReadonlyMap<string, string>): string {
  const above = path.split('/').filter(Boolean).slice(0, -1)
  return above.flatMap((id) => names.get(id) ?? []).join(' › ')
}
