import { contract } from '@zhixing/contract'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { dayOf, monthOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { belongsBelow } from '../../members/index.ts'
import { members } from '../../members/table.ts'
import { isBranch, narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { overview } from '../../overviews/index.ts'
import { duesEntries, duesTotals } from '../table.ts'
import { balanceSum } from './money.ts'

type Where = { readonly reach: Reach; readonly step: number }

const childAt = (step: number) => sql<string>`split_part(${organizations.path}, '/', ${step}::int)`

/** What those directly below were asked for a month and brought, and who there is behind; each opens to its rows. */
export const rollUp = overview(contract.dues.rollUp, async (sight, input) => {
  const { db, now } = sight
  const { organization, reach } = await narrowTo(db, sight.reach, input.organizationId)
  const today = monthOf(dayOf(now))
  const month = input.month ?? today
  const where = { reach, step: organization.path.split('/').length }
  const months = await ofMonth(db, where, month)
  const late = await lateOf(db, where, today)
  const people = await peopleOf(db, where)
  const balances = await balancesOf(db, where)
  const below = await db
    .select()
    .from(organizations)
    .where(and(eq(organizations.parentId, organization.id), isNull(organizations.dissolvedOn)))
    .orderBy(asc(organizations.nameKey), asc(organizations.id))
  const rows = below
    .filter(({ kind }) => kind !== 'group')
    .map(({ id, name, kind }) => ({
      organizationId: id,
      name,
      isBranch: isBranch(kind),
      people: people.get(id) ?? 0,
      owedFen: months.get(id)?.owedFen ?? 0,
      paidFen: months.get(id)?.paidFen ?? 0,
      late: late.get(id) ?? 0,
      balanceFen: balances.get(id) ?? 0,
    }))
  const all = [...months.values()]
  return {
    month,
    owedFen: all.reduce((sum, one) => sum + one.owedFen, 0),
    paidFen: all.reduce((sum, one) => sum + one.paidFen, 0),
    late: [...late.values()].reduce((sum, one) => sum + one, 0),
    people: [...people.values()].reduce((sum, one) => sum + one, 0),
    rows,
  }
})

const sumOf = (kind: string) =>
  sql<number>`coalesce(sum(${duesEntries.fen}) filter (where ${duesEntries.kind} = ${kind}), 0)::float8`

async function ofMonth(db: Reader, { reach, step }: Where, month: string) {
  const child = childAt(step)
  const rows = await db
    .select({ child, owedFen: sumOf('owed'), paidFen: sumOf('paid') })
    .from(duesEntries)
    .innerJoin(organizations, eq(organizations.id, duesEntries.organizationId))
    .where(
      and(
        within(reach, organizations.path),
        eq(duesEntries.month, month),
        eq(duesEntries.fund, 'monthly'),
      ),
    )
    .groupBy(sql`1`)
  return new Map(rows.map((row) => [row.child, row]))
}

/** Members with a month behind them that is not paid, where they are now. */
async function lateOf(db: Reader, { reach, step }: Where, today: string) {
  const behind = db
    .select({ memberId: duesEntries.memberId, unitId: duesEntries.unitId })
    .from(duesEntries)
    .where(
      and(
        belongsBelow(reach, sql`${duesEntries.unitId}`, sql`${duesEntries.memberId}`),
        sql`${duesEntries.month} < ${today}`,
        eq(duesEntries.fund, 'monthly'),
        sql`${duesEntries.kind} in ('owed', 'paid')`,
      ),
    )
    .groupBy(duesEntries.unitId, duesEntries.memberId, duesEntries.month)
    .having(
      sql`sum(case when ${duesEntries.kind} = 'owed' then ${duesEntries.fen} else -${duesEntries.fen} end) > 0`,
    )
    .as('behind')
  const rows = await db
    .select({ child: childAt(step), late: sql<number>`count(distinct ${members.id})::int` })
    .from(behind)
    .innerJoin(members, and(eq(members.unitId, behind.unitId), eq(members.id, behind.memberId)))
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(and(within(reach, organizations.path), isNull(members.leftOn)))
    .groupBy(sql`1`)
  return new Map(rows.map(({ child, late }) => [child, late]))
}

async function peopleOf(db: Reader, { reach, step }: Where) {
  const rows = await db
    .select({ child: childAt(step), people: sql<number>`count(*)::int` })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(and(within(reach, organizations.path), isNull(members.leftOn)))
    .groupBy(sql`1`)
  return new Map(rows.map(({ child, people }) => [child, people]))
}

async function balancesOf(db: Reader, { reach, step }: Where) {
  const rows = await db
    .select({ child: childAt(step), fen: balanceSum })
    .from(duesTotals)
    .innerJoin(organizations, eq(organizations.id, duesTotals.organizationId))
    .where(within(reach, organizations.path))
    .groupBy(sql`1`)
  return new Map(rows.map(({ child, fen }) => [child, fen]))
}
