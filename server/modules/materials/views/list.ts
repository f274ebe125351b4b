import { contract } from '@zhixing/contract'
import { and, asc, count, eq, ilike, isNull, or, sql } from 'drizzle-orm'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { containing } from '../../../kernel/search.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { knownTo } from '../store/titles.ts'
import { titleIssues, titles, titleStocks } from '../table.ts'
import { rowOf, selectTitles } from './rows.ts'

const nothing = { book: 0, localTextbook: 0, notebook: 0, disc: 0 }

/** What there is to read, to give and to watch, and how much of it lies here and below. */
export const listTitles = view(contract.materials.list, async (sight, input) => {
  const { db, actor } = sight
  const { organizationId, kind, text, withRetired, page, size } = input
  const { organization, reach } = await narrowTo(db, sight.reach, organizationId)
  const { path, unitId } = organization
  const like = containing(text)
  const words = or(
    ilike(titles.name, like),
    ilike(titles.nameKey, like),
    ilike(titles.author, like),
    ilike(titles.publisher, like),
  )
  const known = and(
    eq(titles.unitId, unitId),
    knownTo(reach, titles.path),
    text ? words : undefined,
    withRetired ? undefined : isNull(titles.retiredOn),
  )
  const chosen = and(known, kind ? eq(titles.kind, kind) : undefined)
  const rows = await selectTitles(db, organization)
    .where(chosen)
    .orderBy(asc(titles.nameKey), asc(titles.id))
    .limit(size)
    .offset((page - 1) * size)
  const kinds = await db
    .select({ kind: titles.kind, count: count() })
    .from(titles)
    .where(known)
    .groupBy(titles.kind)
  const below = sql`${organizations.path} like ${`${path}%`}`
  const [shelf] = await db
    .select({ copies: sql<number>`coalesce(sum(${titleStocks.copies}), 0)::int` })
    .from(titleStocks)
    .innerJoin(organizations, eq(organizations.id, titleStocks.organizationId))
    .where(and(below, isNull(titleStocks.memberId)))
  const [incoming] = await db
    .select({ count: count() })
    .from(titleIssues)
    .innerJoin(organizations, eq(organizations.id, titleIssues.toOrganizationId))
    .where(and(below, isNull(titleIssues.memberId), eq(titleIssues.state, 'sent')))
  return {
    rows: rows.map((row) => rowOf(row, actor)),
    total: await db.$count(titles, chosen),
    counts: { ...nothing, ...Object.fromEntries(kinds.map((one) => [one.kind, one.count])) },
    shelf: shelf?.copies ?? 0,
    incoming: incoming?.count ?? 0,
    mayKeep: covers(reachOf(actor.appointments, 'materials.keep'), path),
  }
})
