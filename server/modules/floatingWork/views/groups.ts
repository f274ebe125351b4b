import { contract } from '@zhixing/contract'
import { and, asc, desc, eq, isNull, like, sql } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { notices, receipts } from '../../notices/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { countCircle, findCircle } from '../store/people.ts'
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
  const shown = rows.map(async ({ group, organizationName }) => ({
    ...headOf(group, organizationName),
    people: await countCircle(db, group, dayOf(now)),
    notices: await db.$count(notices, saidTo(group)),
  }))
  return { rows: await Promise.all(shown), total: await db.$count(floatingGroups, chosen) }
})

/** Who is in it today, and what was said to it. */
export const showGroup = view(contract.floatingWork.group, async ({ db, now, reach }, input) => {
  const group = await findGroup(db, reach, { unitId: input.unitId, id: input.groupId })
  if (!group) throw missing('floatingWork.groupUnknown')
  const [organization] = await db
    .select({ name: organizations.name })
    .from(organizations)
    .where(eq(organizations.id, group.organizationId))
  const roster = await findCircle(db, group, dayOf(now))
  const said = await saidIn(db, group)
  return {
    ...headOf(group, organization?.name ?? ''),
    people: roster.length,
    notices: said.length,
    roster,
    said,
  }
})

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
