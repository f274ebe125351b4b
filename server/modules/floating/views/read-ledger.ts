import { and, eq, isNotNull, lte, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { presentOn } from '../../audience/index.ts'
import { hourTotals } from '../../ledgers/table.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { rulesBelow } from '../../rules/index.ts'
import { contactDue, contactRules, isTransferAdvised } from '../rules/contact.ts'
import { lastActivities, remoteMinutes } from './far.ts'
import { floatingCheckIns, floatingContacts, floatingStays } from '../table.ts'

const contactPerson = alias(members, 'contact_person')

type From = { readonly db: Reader; readonly now: Date }

/** Every floating member that `where` chooses, judged by the rules that hold in their branch. */
export async function readLedger({ db, now }: From, path: string, where: SQL | undefined) {
  const today = dayOf(now)
  const rulesOf = await rulesBelow(db, contactRules, path)
  const rows = await db
    .select(columns(today))
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .leftJoin(
      floatingStays,
      and(
        eq(floatingStays.unitId, members.unitId),
        eq(floatingStays.memberId, members.id),
        sql`${floatingStays.endedOn} is null`,
      ),
    )
    .leftJoin(
      contactPerson,
      and(
        eq(contactPerson.unitId, floatingStays.unitId),
        eq(contactPerson.id, floatingStays.contactPersonId),
      ),
    )
    .leftJoin(
      floatingCheckIns,
      and(
        eq(floatingCheckIns.unitId, members.unitId),
        eq(floatingCheckIns.memberId, members.id),
        sql`${floatingCheckIns.state} in ('reported', 'confirmed')`,
      ),
    )
    .where(
      and(
        presentOn(today),
        isNotNull(members.floatingSince),
        lte(members.floatingSince, today),
        where,
      ),
    )
    .orderBy(members.nameKey, members.id)
  const memberIds = rows.map(({ memberId }) => memberId)
  const lastOf = await lastActivities(db, memberIds)
  const remoteOf = await remoteMinutes(db, memberIds, yearOf(today))
  return rows.map(({ since: begun, path: place, checkInHost, ...row }) => {
    const since = begun ?? today
    const away = { since, reason: row.reason, range: row.range }
    const rules = rulesOf({ path: place, day: today })
    return {
      ...row,
      since,
      path: place,
      lastActivity: lastOf.get(row.memberId) ?? null,
      remoteMinutes: Math.max(remoteOf.get(row.memberId) ?? 0, 0),
      contact: contactDue(away, row.lastContact, today, rules),
      contactPerson: row.contactPerson ?? '',
      hostName: checkInHost ?? row.hostName ?? '',
      isTransferAdvised: isTransferAdvised(away, today, rules),
    }
  })
}

function columns(today: Day) {
  const own = sql`unit_id = ${members.unitId} and member_id = ${members.id}`
  const year = sql`ledger = 'member' and year = ${yearOf(today)}::int`
  return {
    unitId: members.unitId,
    memberId: members.id,
    name: members.name,
    organizationId: members.organizationId,
    organizationName: organizations.name,
    path: organizations.path,
    since: members.floatingSince,
    destination: members.floatingTo,
    lostSince: members.lostSince,
    isSuspended: members.isSuspended,
    reason: floatingStays.reason,
    range: floatingStays.range,
    hostName: floatingStays.hostName,
    contactPerson: contactPerson.name,
    checkIn: floatingCheckIns.state,
    checkInHost: floatingCheckIns.hostName,
    lastContact: sql<Day | null>`(select max(on_day)::text from ${floatingContacts}
      where ${own} and is_reached)`,
    minutes: sql<number>`coalesce((select minutes from ${hourTotals} where ${own} and ${year}), 0)::int`,
  }
}
