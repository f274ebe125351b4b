import { contract } from '@zhixing/contract'
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { missing } from '../../../kernel/problem.ts'
import { within } from '../../../kernel/reach.ts'
import { ownView, view } from '../../../kernel/view.ts'
import { members } from '../../members/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { findNotebook, findPages } from '../store.ts'
import { notebookPages, notebooks } from '../table.ts'

function pageOf({ id, title, text, at, version, ...page }: typeof notebookPages.$inferSelect) {
  const { reviewedAt, reviewedBy: by, comment } = page
  const review = reviewedAt ? { by, at: reviewedAt.toISOString(), comment } : null
  return { pageId: id, title, text, at: at.toISOString(), version, review }
}

export const showNotebook = ownView(contract.reading.notebook, async ({ db, actor }, { year }) => {
  const whose = { unitId: actor.unitId, memberId: actor.personId }
  const found = await findNotebook(db, whose, year)
  const pages = await findPages(db, whose, year)
  return {
    issued: found ? { title: found.title, on: found.issuedOn, by: found.issuedBy } : null,
    pages: pages.map(pageOf),
  }
})

/** Whom a notebook was given, and what they have written that nobody has read. */
export const listNotebooks = view(
  contract.reading.notebooks,
  async (sight, { organizationId, year, page, size }) => {
    const { db } = sight
    const { reach } = await narrowTo(db, sight.reach, organizationId)
    const chosen = and(
      eq(notebooks.year, year),
      isNull(members.leftOn),
      within(reach, organizations.path),
    )
    const own = and(eq(members.unitId, notebooks.unitId), eq(members.id, notebooks.memberId))
    const written = and(
      eq(notebookPages.unitId, notebooks.unitId),
      eq(notebookPages.memberId, notebooks.memberId),
      eq(notebookPages.year, notebooks.year),
    )
    const unread = sql<number>`count(*) filter (where ${notebookPages.id} is not null
      and ${notebookPages.reviewedAt} is null)::int`
    const rows = await db
      .select({
        unitId: notebooks.unitId,
        memberId: notebooks.memberId,
        name: members.name,
        organizationName: organizations.name,
        issuedOn: notebooks.issuedOn,
        pages: sql<number>`count(${notebookPages.id})::int`,
        unread,
      })
      .from(notebooks)
      .innerJoin(members, own)
      .innerJoin(organizations, eq(organizations.id, members.organizationId))
      .leftJoin(notebookPages, written)
      .where(chosen)
      .groupBy(notebooks.unitId, notebooks.id, members.name, members.nameKey, organizations.name)
      .orderBy(desc(unread), asc(members.nameKey), asc(notebooks.memberId))
      .limit(size)
      .offset((page - 1) * size)
    const [all] = await db
      .select({ total: sql<number>`count(*)::int` })
      .from(notebooks)
      .innerJoin(members, own)
      .innerJoin(organizations, eq(organizations.id, members.organizationId))
      .where(chosen)
    return { rows, total: all?.total ?? 0 }
  },
)

export const listPages = view(
  contract.reading.pages,
  async ({ db, reach }, { unitId, memberId, year }) => {
    const [writer] = await db
      .select({ id: members.id })
      .from(members)
      .innerJoin(organizations, eq(organizations.id, members.organizationId))
      .where(
        and(
          eq(members.unitId, unitId),
          eq(members.id, memberId),
          within(reach, organizations.path),
        ),
      )
    if (!writer) throw missing('members.unknown')
    return { rows: (await findPages(db, { unitId, memberId }, year)).map(pageOf) }
  },
)
