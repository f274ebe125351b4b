import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader } from '../../../kernel/db.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { procedureCases } from '../../procedures/table.ts'
import { lightOf } from '../rules/arrears.ts'
import { reliefAt } from '../rules/assessment.ts'
import { branchOf, monthsOfYear } from '../rules/months.ts'
import { statesOf } from '../steps/read-states.ts'
import type { Entry } from '../store/entries.ts'
import type { Facts } from '../store/people.ts'
import { duesEntries, duesHardships, duesPayments, duesPublications } from '../table.ts'

/** Twelve squares: what was asked, what came in, and what that looks like today. */
export function cellsOf(facts: Facts, entries: readonly Entry[], year: number, today: string) {
  const states = new Map(statesOf(entries).map((state) => [state.month, state]))
  return monthsOfYear(year).map((month) => {
    const { owedFen = 0, paidFen = 0 } = states.get(month) ?? {}
    const seen = {
      month,
      owedFen,
      paidFen,
      isMember: branchOf(facts.member, month) !== undefined,
      isFixed: facts.bases.some((base) => base.year === year),
      isWaived: reliefAt(facts.reliefs, month)?.monthlyFen === 0,
    }
    return { month, owedFen, paidFen, light: lightOf(seen, today) }
  })
}

const back = alias(duesEntries, 'taken_back')
const isReversed = sql<boolean>`exists (select from ${duesEntries} as taken
  where taken.unit_id = ${duesEntries.unitId} and taken.reverses_id = ${duesEntries.id})`

/** The ledger as it is read: the latest first, what was taken back marked. */
export async function readEntries(
  db: Reader,
  chosen: SQL | undefined,
  { limit, offset = 0 }: { readonly limit: number; readonly offset?: number },
) {
  const rows = await db
    .select({
      entry: duesEntries,
      organizationName: organizations.name,
      memberName: members.name,
      isReversed,
    })
    .from(duesEntries)
    .innerJoin(organizations, eq(organizations.id, duesEntries.organizationId))
    .leftJoin(
      members,
      and(eq(members.unitId, duesEntries.unitId), eq(members.id, duesEntries.memberId)),
    )
    .where(chosen)
    .orderBy(desc(duesEntries.at), desc(duesEntries.id))
    .limit(limit)
    .offset(offset)
  return rows.map(({ entry, ...names }) => {
    const { unitId, id, kind, fund, month, period, fen, text, clause, byName, at } = entry
    const own = { unitId, entryId: id, kind, fund, month, period, fen, text, clause, byName }
    const isReversal = entry.reversesId !== null
    return { ...own, ...names, at: at.toISOString(), isReversal }
  })
}

/** What somebody paid, payment by payment, each with the months it went to. */
export async function readPayments(db: Reader, unitId: string, memberId: string) {
  const rows = await db
    .select()
    .from(duesPayments)
    .where(and(eq(duesPayments.unitId, unitId), eq(duesPayments.memberId, memberId)))
    .orderBy(desc(duesPayments.paidOn), desc(duesPayments.at), desc(duesPayments.id))
  const parts = await db
    .select({
      sourceId: duesEntries.sourceId,
      month: duesEntries.month,
      isReversed: sql<boolean>`${back.id} is not null`,
    })
    .from(duesEntries)
    .leftJoin(back, and(eq(back.unitId, duesEntries.unitId), eq(back.reversesId, duesEntries.id)))
    .where(
      and(
        eq(duesEntries.unitId, unitId),
        eq(duesEntries.memberId, memberId),
        eq(duesEntries.kind, 'paid'),
        sql`${duesEntries.reversesId} is null`,
      ),
    )
    .orderBy(asc(duesEntries.month))
  const partsOf = Map.groupBy(parts, ({ sourceId }) => sourceId)
  return rows.map(({ id: paymentId, paidOn, fen, way, fund, text, byName }) => {
    const own = partsOf.get(paymentId) ?? []
    return {
      unitId,
      paymentId,
      paidOn,
      fen,
      way,
      fund,
      text,
      byName,
      months: own.flatMap(({ month }) => month ?? []),
      isReversed: own.some((part) => part.isReversed),
    }
  })
}

/** Requests for relief with the step whose turn it is. */
export function selectHardships(db: Reader) {
  return db
    .select({
      row: duesHardships,
      name: members.name,
      organizationName: organizations.name,
      step: procedureCases.step,
      steps: procedureCases.steps,
    })
    .from(duesHardships)
    .innerJoin(organizations, eq(organizations.id, duesHardships.organizationId))
    .innerJoin(
      members,
      and(eq(members.unitId, duesHardships.unitId), eq(members.id, duesHardships.memberId)),
    )
    .leftJoin(
      procedureCases,
      and(
        eq(procedureCases.unitId, duesHardships.unitId),
        eq(procedureCases.subject, sql`'hardship:' || ${duesHardships.id}`),
      ),
    )
}

export function hardshipOf(found: Awaited<ReturnType<typeof selectHardships>>[number]) {
  const { row, name, organizationName, steps } = found
  const { unitId, id, memberId, from, until, monthlyFen, reason, state, answer, version } = row
  const step = state === 'asked' ? (found.step ?? '') : ''
  return {
    unitId,
    hardshipId: id,
    memberId,
    name,
    organizationName,
    from,
    until,
    monthlyFen,
    reason,
    state,
    answer,
    version,
    step,
    stepName: steps?.find(({ key }) => key === step)?.name ?? '',
  }
}

const quartersMax = 8

/** What a branch told its members: of each quarter the last edition. */
export async function readPublications(db: Reader, unitId: string, organizationId: string) {
  const latest = db
    .select({ id: sql<string>`distinct on (quarter) id` })
    .from(duesPublications)
    .where(
      and(eq(duesPublications.unitId, unitId), eq(duesPublications.organizationId, organizationId)),
    )
    .orderBy(desc(duesPublications.quarter), desc(duesPublications.edition))
  const rows = await db
    .select()
    .from(duesPublications)
    .where(and(eq(duesPublications.unitId, unitId), inArray(duesPublications.id, latest)))
    .orderBy(desc(duesPublications.quarter))
    .limit(quartersMax)
  return rows.map(({ quarter, edition, at, byName, columns, rows: lines }) => ({
    quarter,
    edition,
    at: at.toISOString(),
    byName,
    columns,
    rows: lines,
  }))
}
