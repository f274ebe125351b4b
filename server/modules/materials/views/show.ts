import { contract } from '@zhixing/contract'
import { and, asc, count, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf, within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { filesOf } from '../../files/index.ts'
import { members } from '../../members/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { isReversible } from '../rules.ts'
import { findTitle, knownTo } from '../store/titles.ts'
import { titleMovements, titles, titleStocks, titleViewings } from '../table.ts'
import { rowOf, selectTitles } from './rows.ts'

const most = 200

/** One title, and where every copy of it is. */
export const showTitle = view(contract.materials.show, async ({ db, actor, reach }, input) => {
  const { organization, reach: below } = await narrowTo(db, reach, input.organizationId)
  const { unitId, titleId } = input
  const [found] = await selectTitles(db, organization).where(
    and(eq(titles.unitId, unitId), eq(titles.id, titleId), knownTo(below, titles.path)),
  )
  if (!found) throw missing('materials.unknown')
  const { code, summary, modelId, version } = found.title
  const subject = `title:${titleId}`
  const holdings = await holdingsOf(db, { unitId, titleId, path: organization.path })
  return {
    ...rowOf(found, actor),
    code,
    summary,
    modelId,
    version,
    files: (await filesOf(db, [subject])).get(subject) ?? [],
    shelves: holdings.filter(({ memberName }) => memberName === null),
    members: holdings.filter(({ memberName }) => memberName !== null),
    viewed: await selectViewings(db)
      .where(
        and(
          eq(titleViewings.unitId, unitId),
          eq(titleViewings.titleId, titleId),
          within(below, titleViewings.path),
        ),
      )
      .orderBy(desc(titleViewings.on), desc(titleViewings.id))
      .limit(most),
  }
})

type Asked = { readonly unitId: string; readonly titleId: string; readonly path: string }

async function holdingsOf(db: Reader, { unitId, titleId, path }: Asked) {
  return db
    .select({
      organizationId: organizations.id,
      organizationName: organizations.name,
      holderId: titleStocks.holderId,
      memberName: members.name,
      copies: titleStocks.copies,
    })
    .from(titleStocks)
    .innerJoin(organizations, eq(organizations.id, titleStocks.organizationId))
    .leftJoin(
      members,
      and(eq(members.unitId, titleStocks.unitId), eq(members.id, titleStocks.memberId)),
    )
    .where(
      and(
        eq(titleStocks.unitId, unitId),
        eq(titleStocks.titleId, titleId),
        within([path], organizations.path),
        gt(titleStocks.copies, 0),
      ),
    )
    .orderBy(asc(organizations.path), asc(members.nameKey), asc(titleStocks.holderId))
    .limit(most)
}

function selectViewings(db: Reader) {
  return db
    .select({
      unitId: titleViewings.unitId,
      viewingId: titleViewings.id,
      titleName: titles.name,
      organizationName: organizations.name,
      on: titleViewings.on,
      attendance: titleViewings.attendance,
      note: titleViewings.note,
      byName: titleViewings.byName,
    })
    .from(titleViewings)
    .innerJoin(organizations, eq(organizations.id, titleViewings.organizationId))
    .innerJoin(
      titles,
      and(eq(titles.unitId, titleViewings.unitId), eq(titles.id, titleViewings.titleId)),
    )
}

/** What was watched below; silent is who has a disc on the shelf and has never shown one. */
export const listViewings = view(contract.materials.viewings, async (sight, input) => {
  const { db } = sight
  const { organization, reach } = await narrowTo(db, sight.reach, input.organizationId)
  const { titleId } = input
  const chosen = and(
    within(reach, titleViewings.path),
    titleId ? eq(titleViewings.titleId, titleId) : undefined,
  )
  const rows = await selectViewings(db)
    .where(chosen)
    .orderBy(desc(titleViewings.on), desc(titleViewings.id))
    .limit(input.size)
    .offset((input.page - 1) * input.size)
  const [sum] = await db
    .select({
      total: count(),
      people: sql<number>`coalesce(sum(${titleViewings.attendance}), 0)::int`,
    })
    .from(titleViewings)
    .where(chosen)
  const [silent] = await db
    .select({ count: sql<number>`count(distinct ${titleStocks.organizationId})::int` })
    .from(titleStocks)
    .innerJoin(
      titles,
      and(eq(titles.unitId, titleStocks.unitId), eq(titles.id, titleStocks.titleId)),
    )
    .innerJoin(organizations, eq(organizations.id, titleStocks.organizationId))
    .where(
      and(
        within([organization.path], organizations.path),
        eq(titles.kind, 'disc'),
        titleId ? eq(titles.id, titleId) : undefined,
        gt(titleStocks.copies, 0),
        isNull(titleStocks.memberId),
        sql`${organizations.id} <> ${organization.id}`,
        sql`not exists (select from ${titleViewings} v where v.unit_id = ${titleStocks.unitId}
          and v.title_id = ${titleStocks.titleId} and v.organization_id = ${titleStocks.organizationId})`,
      ),
    )
  const { total = 0, people = 0 } = sum ?? {}
  return { rows, total, people, silent: silent?.count ?? 0 }
})

/** What a figure is made of: every line, the latest first, and what they add up to. */
export const listMovements = view(contract.materials.movements, async (sight, input) => {
  const { db, actor } = sight
  const { unitId, titleId, holderId, page, size } = input
  const { reach } = await narrowTo(db, sight.reach, input.organizationId)
  if (!(await findTitle(db, reach, { unitId, titleId }))) throw missing('materials.unknown')
  const chosen = and(
    eq(titleMovements.unitId, unitId),
    eq(titleMovements.titleId, titleId),
    within(reach, organizations.path),
    holderId ? eq(titleMovements.holderId, holderId) : undefined,
  )
  const rows = await db
    .select({
      movement: titleMovements,
      organizationName: organizations.name,
      path: organizations.path,
      memberName: members.name,
      isReversed: sql<boolean>`exists (select from title_movements r
        where r.unit_id = ${titleMovements.unitId} and r.reverses_id = ${titleMovements.id})`,
    })
    .from(titleMovements)
    .innerJoin(organizations, eq(organizations.id, titleMovements.organizationId))
    .leftJoin(
      members,
      and(eq(members.unitId, titleMovements.unitId), eq(members.id, titleMovements.memberId)),
    )
    .where(chosen)
    .orderBy(desc(titleMovements.at), desc(titleMovements.id))
    .limit(size)
    .offset((page - 1) * size)
  const [sum] = await db
    .select({ total: count(), copies: sql<number>`coalesce(sum(${titleMovements.delta}), 0)::int` })
    .from(titleMovements)
    .innerJoin(organizations, eq(organizations.id, titleMovements.organizationId))
    .where(chosen)
  const managed = reachOf(actor.appointments, 'materials.keep')
  return {
    rows: rows.map(({ movement, path, ...named }) => {
      const { id: movementId, day, kind, delta, note, byName, at } = movement
      const mayReverse = isReversible(kind) && !named.isReversed && covers(managed, path)
      const told = { unitId, movementId, day, kind, delta, note, byName, at: at.toISOString() }
      return { ...told, ...named, mayReverse }
    }),
    total: sum?.total ?? 0,
    copies: sum?.copies ?? 0,
  }
})
