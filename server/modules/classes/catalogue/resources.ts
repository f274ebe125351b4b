import type { lecturerRanks } from '@zhixing/contract/class-words.ts'
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { addDays, dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import type { Place } from '../../../kernel/reach.ts'
import { freeTimes, usableBy } from '../../resources/index.ts'
import { resources } from '../../resources/table.ts'

type Span = { readonly from: Date; readonly until: Date }
type Rank = keyof typeof lecturerRanks

/** Lecturers and rooms that an organization may book, and whether they can be had in a span of time. */
export async function resourcesAt(db: Reader, { unitId, path }: Place, { from, until }: Span) {
  const rows = await db
    .select()
    .from(resources)
    .where(
      and(
        inArray(resources.kind, ['lecturer', 'room', 'base']),
        isNull(resources.retiredOn),
        // A lesson books in the unit of its class.
        eq(resources.unitId, unitId),
        usableBy([path]),
      ),
    )
    .orderBy(asc(resources.nameKey), asc(resources.id))
    .limit(200)
  const days = { from: dayOf(from), until: addDays(dayOf(until), 1) }
  const ids = rows.map(({ id }) => id)
  const free = await freeTimes(db, ids, days)
  const shown = rows.map(({ id, kind, name, details }) => ({
    kind,
    id,
    name,
    rank: rankOf(details),
    isFree: (free.get(id) ?? []).some((span) => span.from <= from && until <= span.until),
  }))
  return {
    lecturers: shown
      .filter(({ kind }) => kind === 'lecturer')
      .map(({ id, name, rank, isFree }) => ({ id, name, rank, isFree })),
    rooms: shown
      .filter(({ kind }) => kind !== 'lecturer')
      .map(({ id, name, isFree }) => ({ id, name, isFree })),
  }
}

/** The member who teaches, where the lecturer is one of our own ranks. */
export async function lecturerMember(
  db: Reader,
  { unitId, lecturerId }: { readonly unitId: string; readonly lecturerId: string | null },
) {
  if (!lecturerId) return {}
  const [row] = await db
    .select({ details: resources.details })
    .from(resources)
    .where(and(eq(resources.unitId, unitId), eq(resources.id, lecturerId)))
  const details = row?.details
  return details?.kind === 'lecturer' && details.memberId
    ? { memberUnitId: unitId, memberId: details.memberId }
    : {}
}

function rankOf(details: (typeof resources.$inferSelect)['details']): Rank {
  return details.kind === 'lecturer' ? details.rank : 'none'
}
