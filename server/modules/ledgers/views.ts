import { contract } from '@zhixing/contract'
import type { Contract, Input } from '@zhixing/contract'
import { and, asc, eq } from 'drizzle-orm'
import { dayOf, yearOf } from '../../kernel/calendar.ts'
import type { Reader } from '../../kernel/db.ts'
import { missing } from '../../kernel/problem.ts'
import { ownView, view } from '../../kernel/view.ts'
import { files } from '../files/table.ts'
import { findMember } from '../members/index.ts'
import { members } from '../members/table.ts'
import { organizations } from '../organizations/table.ts'
import { ruleName } from '../rules/index.ts'
import { booked } from './rules/book.ts'
import { totalsOf } from './store/totals.ts'
import { hourEntries } from './table.ts'

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
  }
}
