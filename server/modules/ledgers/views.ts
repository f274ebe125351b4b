import { contract } from '@zhixing/contract'
import type { Contract, Input } from '@zhixing/contract'
import { and, asc, count, eq } from 'drizzle-orm'
import { dayOf, yearOf } from '../../kernel/calendar.ts'
import type { Reader } from '../../kernel/db.ts'
import { oneOf } from '../../kernel/many.ts'
import { missing } from '../../kernel/problem.ts'
import { covers, reachOf, within } from '../../kernel/reach.ts'
import { ownView, view } from '../../kernel/view.ts'
import { files } from '../files/table.ts'
import { findMember } from '../members/index.ts'
import { members } from '../members/table.ts'
import { narrowTo } from '../organizations/index.ts'
import { organizations } from '../organizations/table.ts'
import { ruleName } from '../rules/index.ts'
import { booked } from './rules/book.ts'
import { totalsOf } from './store/totals.ts'
import { selectWaiting } from './store/waiting.ts'
import { hourEntries, waitingHours } from './table.ts'

export const mine = ownView(contract.ledgers.mine, async ({ db, now, actor }, asked) => {
  const { unitId, memberId } = actor
  if (!memberId) throw missing('members.unknown')
  const [row] = await db
    .select({ name: members.name })
    .from(members)
    .where(and(eq(members.unitId, unitId), eq(members.id, memberId)))
  if (!row) throw missing('members.unknown')
  return bookOf(db, { unitId, memberId, name: row.name }, yearAsked(asked, now))
})

export const of = view(contract.ledgers.of, async ({ db, now, reach }, asked) => {
  const found = await findMember(db, reach, asked)
  if (!found) throw missing('members.unknown')
  const { unitId, memberId } = asked
  return bookOf(db, { unitId, memberId, name: found.member.name }, yearAsked(asked, now))
})

type Asked = Omit<Input<Contract['ledgers']['mine']>, 'year'> & { readonly year: number }

function yearAsked({ year, ledger }: Input<Contract['ledgers']['mine']>, now: Date): Asked {
  return { year: year ?? yearOf(dayOf(now)), ledger }
}

type Owner = { readonly unitId: string; readonly memberId: string; readonly name: string }

async function bookOf(db: Reader, { unitId, memberId, name }: Owner, { year, ledger }: Asked) {
  const rows = await db
    .select({ entry: hourEntries, organizationName: organizations.name, fileName: files.name })
    .from(hourEntries)
    .innerJoin(organizations, eq(organizations.id, hourEntries.organizationId))
    .leftJoin(files, and(eq(files.unitId, hourEntries.unitId), eq(files.id, hourEntries.fileId)))
    .where(
      and(
        eq(hourEntries.unitId, unitId),
        eq(hourEntries.memberId, memberId),
        eq(hourEntries.year, year),
        eq(hourEntries.ledger, ledger),
      ),
    )
    .orderBy(asc(hourEntries.day), asc(hourEntries.at), asc(hourEntries.id))

  const own = and(eq(waitingHours.unitId, unitId), eq(waitingHours.memberId, memberId))
  const waiting = (await selectWaiting(db).where(own)).filter(
    ({ row }) => yearOf(row.day) === year && ledger === 'member',
  )
  const totals = (await totalsOf(db, unitId, [memberId], year)).get(memberId)
  const total = totals?.[ledger]
  return {
    year,
    ledger,
    memberName: name,
    minutes: total?.minutes ?? 0,
    centralizedMinutes: total?.centralizedMinutes ?? 0,
    onlineMinutes: total?.onlineMinutes ?? 0,
    hasSecretaryLedger: totals?.secretary !== undefined,
    entries: booked(rows, ruleName),
    waiting: waiting.map(({ row }) => shownWaiting(row)),
  }
}

/** What stands on the list below a place, by day. */
export const waiting = view(
  contract.ledgers.waiting,
  async ({ db, reach, actor }, { organizationId, page, size }) => {
    const { reach: below, organization } = await narrowTo(db, reach, organizationId)
    const rows = await selectWaiting(db)
      .where(within(below, organizations.path))
      .limit(size)
      .offset((page - 1) * size)
    const names = await db
      .select({ id: members.id, name: members.name })
      .from(members)
      .where(
        oneOf(
          members.id,
          rows.map(({ row }) => row.memberId),
        ),
      )
    const nameOf = new Map(names.map(({ id, name }) => [id, name]))
    const [sum] = await db
      .select({ total: count() })
      .from(waitingHours)
      .innerJoin(organizations, eq(organizations.id, waitingHours.organizationId))
      .where(within(below, organizations.path))
    return {
      rows: rows.map(({ row, organizationName }) => ({
        ...shownWaiting(row),
        memberId: row.memberId,
        name: nameOf.get(row.memberId) ?? '',
        organizationName,
      })),
      total: sum?.total ?? 0,
      mayRetry: covers(reachOf(actor.appointments, 'ledgers.post'), organization.path),
    }
  },
)

function shownWaiting({ unitId, id, day, title, minutes, why }: typeof waitingHours.$inferSelect) {
  return { unitId, waitingId: id, day, title, minutes, why }
}
