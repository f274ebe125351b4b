import { contract } from '@zhixing/contract'
import type { duesUses } from '@zhixing/contract/dues-words.ts'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { covers, reachOf, within } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { monthsOfYear, sayQuarter } from '../rules/months.ts'
import {
  balanceOf,
  closedFrom,
  lastDayOfQuarter,
  remittanceOf,
  sumOf,
} from '../rules/remittance.ts'
import type { Total } from '../rules/remittance.ts'
import { percentAt } from '../steps/percent.ts'
import { findSent, findTotals } from '../store/money.ts'
import { duesEntries, duesTotals } from '../table.ts'
import { readEntries } from './shown.ts'

/** The ledger's rows behind any figure: at and below a place, of a month's books or for a month, of one kind. */
export const listEntries = view(contract.dues.entries, async (sight, input) => {
  const { db, actor } = sight
  const { organization, reach } = await narrowTo(db, sight.reach, input.organizationId)
  const { period, month, kind, isOwn, page, size } = input
  const inside = sql`${duesEntries.organizationId} in (select ${organizations.id}
    from ${organizations} where ${within(reach, organizations.path)})`
  const chosen = and(
    eq(duesEntries.unitId, organization.unitId),
    isOwn ? eq(duesEntries.organizationId, organization.id) : inside,
    period ? eq(duesEntries.period, period) : undefined,
    month ? eq(duesEntries.month, month) : undefined,
    kind ? eq(duesEntries.kind, kind) : undefined,
  )
  const [sum] = await db
    .select({
      fen: sql<number>`coalesce(sum(${duesEntries.fen}), 0)::float8`,
      total: sql<number>`count(*)::int`,
    })
    .from(duesEntries)
    .where(chosen)
  return {
    rows: await readEntries(db, chosen, { limit: size, offset: (page - 1) * size }),
    total: sum?.total ?? 0,
    fen: sum?.fen ?? 0,
    mayUndo: covers(reachOf(actor.appointments, 'dues.settle'), organization.path),
  }
})

/** A level's own books of a year: what came in and went out month by month, and what each quarter has to send up. */
export const showMoney = view(contract.dues.money, async (sight, input) => {
  const { db, now, actor } = sight
  const { organization } = await narrowTo(db, sight.reach, input.organizationId)
  const { id: organizationId, unitId, path } = organization
  const today = dayOf(now)
  const year = input.year ?? yearOf(today)
  const all = await findTotals(db, { unitId, organizationId })
  const opening = balanceOf(all.filter(({ period }) => period < `${year}-01`))
  const quarters = [1, 2, 3, 4].map((number) => `${year}-Q${number}`)
  const shares = await Promise.all(
    quarters.map((quarter) => percentAt(db, organization, lastDayOfQuarter(quarter))),
  )
  const sent = await Promise.all(
    quarters.map((quarter) => findSent(db, { unitId, organizationId, quarter })),
  )
  return {
    year,
    balanceFen: balanceOf(all),
    openingFen: opening,
    months: monthsOfYear(year).map((month) => flowOf(all, month)),
    quarters: quarters.map((quarter, at) => {
      const percent = shares[at]?.percent ?? 0
      const { basisFen, specialFen, dueFen } = remittanceOf(all, quarter, percent)
      const sentFen = (sent[at] ?? []).reduce((sum, { fen }) => sum + fen, 0)
      const opens = closedFrom(quarter)
      const isOpen = today < opens
      const refusal = isOpen ? `${sayQuarter(quarter)}过完后，${opens} 起可以上缴` : ''
      return { quarter, basisFen, specialFen, percent, dueFen, sentFen, refusal }
    }),
    clause: [...new Set(shares.map(({ clause }) => clause))].join('；'),
    below: await db
      .select({ organizationId: organizations.id, name: organizations.name })
      .from(organizations)
      .where(
        and(
          eq(organizations.parentId, organizationId),
          eq(organizations.unitId, unitId),
          isNull(organizations.dissolvedOn),
        ),
      )
      .orderBy(asc(organizations.nameKey), asc(organizations.id)),
    uses: await usesOf(db, { unitId, organizationId, year }),
    maySettle: covers(reachOf(actor.appointments, 'dues.settle'), path),
  }
})

function flowOf(all: readonly Total[], month: string) {
  const own = all.filter(({ period }) => period === month)
  return {
    month,
    owedFen: sumOf(own, 'owed'),
    paidFen: sumOf(own, 'paid'),
    sentFen: sumOf(own, 'sent'),
    receivedFen: sumOf(own, 'received'),
    returnedOutFen: sumOf(own, 'returnedOut'),
    returnedInFen: sumOf(own, 'returnedIn'),
    spentFen: sumOf(own, 'spent'),
    closingFen: balanceOf(all.filter(({ period }) => period <= month)),
  }
}

type Books = { readonly unitId: string; readonly organizationId: string; readonly year: number }

/** What retained dues went to, by purpose. */
async function usesOf(db: Reader, { unitId, organizationId, year }: Books) {
  return db
    .select({
      use: sql<keyof typeof duesUses>`${duesEntries.subject}`,
      fen: sql<number>`sum(${duesEntries.fen})::float8`,
    })
    .from(duesEntries)
    .where(
      and(
        eq(duesEntries.unitId, unitId),
        eq(duesEntries.organizationId, organizationId),
        eq(duesEntries.kind, 'spent'),
        sql`left(${duesEntries.period}, 4) = ${String(year)}`,
      ),
    )
    .groupBy(duesEntries.subject)
    .orderBy(asc(duesEntries.subject))
}

/** The balance of all books together, as `balanceOf` counts it. */
export const balanceSum = sql<number>`coalesce(sum(case
  when ${duesTotals.kind} in ('paid', 'received', 'returnedIn') then ${duesTotals.fen}
  when ${duesTotals.kind} in ('sent', 'returnedOut', 'spent') then -${duesTotals.fen}
  else 0 end), 0)::float8`
