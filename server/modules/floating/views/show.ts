import { contract } from '@zhixing/contract'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { view } from '../../../kernel/view.ts'
import { hourEntries } from '../../ledgers/table.ts'
import { findMember, maskPhone } from '../../members/index.ts'
import { findSearches } from '../store/logs.ts'
import type { MemberKey, Stay } from '../store/people.ts'
import { floatingCheckIns, floatingContacts, floatingStays } from '../table.ts'
import { readCheckIns } from './check-ins.ts'
import { oneMember, readLost } from './losses.ts'
import { joinedFromAfar } from './far.ts'
import { readLedger } from './read-ledger.ts'

const linesMax = 100

/** All that a branch knows of one floating member. */
export const showFloating = view(contract.floating.show, async (sight, key) => {
  const { db, now, reach, actor, vault } = sight
  const found = await findMember(db, reach, key)
  if (!found) throw missing('members.unknown')
  const [row] = await readLedger(sight, found.path, oneMember(key))
  if (!row) throw missing('members.unknown')

  const stay = await findStay(db, key)
  const [lost] = await readLost(sight, found.path, oneMember(key))
  const mine = and(
    eq(floatingCheckIns.unitId, key.unitId),
    eq(floatingCheckIns.memberId, key.memberId),
  )
  const checkIns = await readCheckIns(sight, mine)
  return {
    ...row,
    version: stay?.version ?? 0,
    stay: stay ? { ...stayOf(stay, vault, maskPhone), isPhoneMasked: true } : null,
    contactPersonId: stay?.contactPersonId ?? null,
    contacts: await contactsOf(db, key),
    checkIns: checkIns.map((one) => ({ ...one, phone: maskPhone(one.phone) })),
    hours: await hoursOf(db, key, yearOf(dayOf(now))),
    loss: lost?.loss ?? null,
    searches: await findSearches(db, key),
    may: { keep: covers(reachOf(actor.appointments, 'floating.keep'), row.path) },
  }
})

export async function findStay(db: Reader, { unitId, memberId }: MemberKey) {
  const [stay] = await db
    .select()
    .from(floatingStays)
    .where(
      and(
        eq(floatingStays.unitId, unitId),
        eq(floatingStays.memberId, memberId),
        isNull(floatingStays.endedOn),
      ),
    )
  return stay
}

/** A stay as a form holds it; others see the phone masked, the member their own. */
export function stayOf(stay: Stay, vault: Vault, mask: (phone: string) => string) {
  const { since, reason, range, destination, address, hostName, hostContact } = stay
  const phone = stay.phoneSealed === null ? '' : mask(vault.open(stay.phoneSealed))
  const { certificate, duesPaidTo } = stay
  const place = { since, reason, range, destination, address }
  return { ...place, phone, hostName, hostContact, certificate, duesPaidTo }
}

async function contactsOf(db: Reader, { unitId, memberId }: MemberKey) {
  const { on, way, isReached, note, byName } = floatingContacts
  return db
    .select({ on, way, isReached, note, byName })
    .from(floatingContacts)
    .where(and(eq(floatingContacts.unitId, unitId), eq(floatingContacts.memberId, memberId)))
    .orderBy(desc(on), desc(floatingContacts.at))
    .limit(linesMax)
}

async function hoursOf(db: Reader, { unitId, memberId }: MemberKey, year: number) {
  const afar = await joinedFromAfar(db, [memberId])
  const rows = await db
    .select({
      day: hourEntries.day,
      title: hourEntries.title,
      minutes: hourEntries.minutes,
      isOnline: hourEntries.isOnline,
      sourceId: hourEntries.sourceId,
    })
    .from(hourEntries)
    .where(
      and(
        eq(hourEntries.unitId, unitId),
        eq(hourEntries.memberId, memberId),
        eq(hourEntries.ledger, 'member'),
        eq(hourEntries.year, year),
      ),
    )
    .orderBy(desc(hourEntries.day), desc(hourEntries.id))
    .limit(linesMax)
  return rows.map(({ isOnline, sourceId, ...row }) => ({
    ...row,
    isRemote: isOnline || afar.has(`${memberId}:${sourceId}`),
  }))
}
