import { contract } from '@zhixing/contract'
import { and, asc, desc, eq, isNull, like, sql } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { missing } from '../../../kernel/problem.ts'
import { within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { notices, receipts } from '../../notices/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { countCircles, findCircle } from '../store/people.ts'
import { findGroup } from '../store/started.ts'
import type { Group } from '../store/started.ts'
import { floatingGroups } from '../table.ts'

export const listGroups = view(contract.floatingWork.groups, async (sight, input) => {
  const { db, now } = sight
  const { reach } = await narrowTo(db, sight.reach, input.organizationId)
  const chosen = and(within(reach, floatingGroups.path), isNull(floatingGroups.endedOn))
  const rows = await db
    .select({ group: floatingGroups, organizationName: organizations.name })
    .from(floatingGroups)
    .innerJoin(organizations, eq(organizations.id, floatingGroups.organizationId))
    .where(chosen)
    .orderBy(asc(organizations.path), asc(floatingGroups.name))
    .limit(input.size)
    .offset((input.page - 1) * input.size)
  const groups = rows.map(({ group }) => group)
  const people = await countCircles(db, groups, dayOf(now))
  const said = await countSaid(db, groups)
  return {
    rows: rows.map(({ group, organizationName }, at) => ({
      ...headOf(group, organizationName),
      people: people[at] ?? 0,
      notices: said.get(group.id) ?? 0,
    })),
    total: await db.$count(floatingGroups, chosen),
  }
})

/** Who is in it today, and what was said to it. */
export const showGroup = view(contract.floatingWork.group, async ({ db, now, reach }, input) => {
  const group = await findGroup(db, reach, { unitId: input.unitId, id: input.groupId })
  if (!group) throw missing('floatingWork.groupUnknown')
  const [organization] = await db
    .select({ name: organizations.name })
    .from(organizations)
    .where(eq(organizations.id, group.organizationId))
  const day = dayOf(now)
  const { page, size } = input
  const [people = 0] = await countCircles(db, [group], day)
  const said = await countSaid(db, [group])
  return {
    ...headOf(group, organization?.name ?? ''),
    people,
    notices: said.get(group.id) ?? 0,
    rows: await findCircle(db, group, day, { limit: size, offset: (page - 1) * size }),
    total: people,
    said: await saidIn(db, group),
  }
})

/** How often something was said to each group. */
async function countSaid(db: Reader, groups: readonly Group[]): Promise<Map<string, number>> {
  const groupId = sql<string>`split_part(${notices.key}, ':', 2)`
  const units = new Set(groups.map(({ unitId }) => unitId))
  const ids = groups.map(({ id }) => id)
  const rows = await db
    .select({ groupId, count: sql<number>`count(*)::int` })
    .from(notices)
    .where(
      and(
        oneOf(notices.unitId, units),
        like(notices.key, 'group:%'),
        sql`${groupId} = any(${sql.param(ids)}::text[])`,
      ),
    )
    .groupBy(sql`1`)
  return new Map(rows.map((row) => [row.groupId, row.count]))
}

async function saidIn(db: Reader, group: Group) {
  const rows = await db
    .select({
      unitId: notices.unitId,
      noticeId: notices.id,
      title: notices.title,
      at: notices.at,
      people: sql<number>`count(${receipts.id})::int`,
      read: sql<number>`count(${receipts.readAt})::int`,
    })
    .from(notices)
    .leftJoin(receipts, and(eq(receipts.unitId, notices.unitId), eq(receipts.noticeId, notices.id)))
    .where(saidTo(group))
    .groupBy(notices.unitId, notices.id)
    .orderBy(desc(notices.at))
    .limit(100)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

function saidTo({ unitId, id }: Group) {
  return and(eq(notices.unitId, unitId), like(notices.key, `group:${id}:%`))
}

function headOf({ unitId, id, name, destination, keeper }: Group, organizationName: string) {
  return { unitId, groupId: id, name, destination, keeper, organizationName }
}
