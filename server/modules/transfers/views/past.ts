import { contract } from '@zhixing/contract'
import { and, asc, desc, eq, gt, isNotNull, lte, sql } from 'drizzle-orm'
import { stayEnds } from '@zhixing/contract/floating-words.ts'
import { alias } from 'drizzle-orm/pg-core'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { missing } from '../../../kernel/problem.ts'
import { view } from '../../../kernel/view.ts'
import { duesEntries } from '../../dues/table.ts'
import { floatingStays } from '../../floating/table.ts'
import { hourEntries } from '../../ledgers/table.ts'
import { findMember } from '../../members/index.ts'
import { affiliations, members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'

const unit = alias(organizations, 'unit')

/**
 * Whoever may see a member sees where they come from: the id is the same in every unit. Whom somebody has left sees
 * what was until then.
 */
export const showPast = view(contract.transfers.past, async ({ db, reach }, key) => {
  const found = await findMember(db, reach, key)
  if (!found) throw missing('members.unknown')
  const { memberId } = key
  const units = await unitsOf(db, key)
  const until = found.member.leftOn ?? '9999-12-31'
  const belonged = await db
    .select({
      unitId: affiliations.unitId,
      organizationName: organizations.name,
      from: affiliations.from,
      until: affiliations.until,
      how: affiliations.how,
    })
    .from(affiliations)
    .innerJoin(organizations, eq(organizations.id, affiliations.organizationId))
    .where(
      and(
        oneOf(affiliations.unitId, units),
        eq(affiliations.memberId, memberId),
        lte(affiliations.from, until),
      ),
    )
    .orderBy(desc(affiliations.from), desc(affiliations.id))
  return {
    affiliations: belonged,
    hours: await hoursOf(db, { memberId, units, until }),
    dues: await duesOf(db, { memberId, units, until }),
    stays: await staysOf(db, { memberId, units, until }),
  }
})

type Key = { readonly unitId: string; readonly memberId: string }
type Asked = { readonly memberId: string; readonly units: readonly string[]; readonly until: Day }

/** Where somebody has been: in one unit only, unless a transfer brought them here; then every unit is asked. */
async function unitsOf(db: Reader, { unitId, memberId }: Key): Promise<string[]> {
  const arrivals = await db.$count(
    affiliations,
    and(
      eq(affiliations.unitId, unitId),
      eq(affiliations.memberId, memberId),
      eq(affiliations.how, 'transferred'),
    ),
  )
  if (arrivals === 0) return [unitId]
  const known = await db
    .select({ unitId: members.unitId })
    .from(members)
    .where(eq(members.id, memberId))
  return known.map((one) => one.unitId)
}

/** What was carried over is in the sums of the unit that it came from. */
function hoursOf(db: Reader, { memberId, units, until }: Asked) {
  return db
    .select({
      unitName: unit.name,
      year: hourEntries.year,
      ledger: hourEntries.ledger,
      minutes: sql<number>`sum(${hourEntries.minutes})::int`,
    })
    .from(hourEntries)
    .innerJoin(unit, eq(unit.id, hourEntries.unitId))
    .where(
      and(
        oneOf(hourEntries.unitId, units),
        eq(hourEntries.memberId, memberId),
        lte(hourEntries.day, until),
        sql`${hourEntries.source} <> 'carried'`,
      ),
    )
    .groupBy(unit.name, hourEntries.year, hourEntries.ledger)
    .having(gt(sql`sum(${hourEntries.minutes})`, 0))
    .orderBy(desc(hourEntries.year), asc(hourEntries.ledger), asc(unit.name))
}

/** From when until when, and how many months; what was taken back is not among them. */
async function duesOf(db: Reader, { memberId, units, until }: Asked) {
  const months = await db
    .select({ organizationName: organizations.name, month: sql<string>`${duesEntries.month}` })
    .from(duesEntries)
    .innerJoin(organizations, eq(organizations.id, duesEntries.organizationId))
    .where(
      and(
        oneOf(duesEntries.unitId, units),
        eq(duesEntries.memberId, memberId),
        isPaid,
        lte(duesEntries.month, until.slice(0, 7)),
      ),
    )
    .groupBy(organizations.name, duesEntries.month)
    .having(gt(sql`sum(${duesEntries.fen})`, 0))
    .orderBy(desc(duesEntries.month))
  return [...Map.groupBy(months, ({ organizationName }) => organizationName)].map(
    ([organizationName, rows]) => ({
      organizationName,
      from: rows.at(-1)?.month ?? '',
      until: rows[0]?.month ?? '',
      months: rows.length,
    }),
  )
}

const isPaid = and(eq(duesEntries.kind, 'paid'), isNotNull(duesEntries.month))

/** The last month that the ledger has as paid. */
export async function paidTo(db: Reader, { unitId, memberId }: Key): Promise<string | undefined> {
  const [row] = await db
    .select({ month: sql<string>`${duesEntries.month}` })
    .from(duesEntries)
    .where(and(eq(duesEntries.unitId, unitId), eq(duesEntries.memberId, memberId), isPaid))
    .groupBy(duesEntries.month)
    .having(gt(sql`sum(${duesEntries.fen})`, 0))
    .orderBy(desc(duesEntries.month))
    .limit(1)
  return row?.month
}

async function staysOf(db: Reader, { memberId, units, until }: Asked) {
  const stays = await db
    .select({
      since: floatingStays.since,
      destination: floatingStays.destination,
      endedOn: floatingStays.endedOn,
      because: floatingStays.endedBecause,
    })
    .from(floatingStays)
    .where(
      and(
        oneOf(floatingStays.unitId, units),
        eq(floatingStays.memberId, memberId),
        lte(floatingStays.since, until),
      ),
    )
    .orderBy(desc(floatingStays.since))
  return stays.map(({ because, ...stay }) => ({
    ...stay,
    ended: because === null ? '' : stayEnds[because],
  }))
}
