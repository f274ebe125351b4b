import { and, asc, eq } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { oneOf, unitByUnit } from '../../../kernel/many.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { organizations } from '../../organizations/table.ts'
import { waitingHours } from '../table.ts'
import type { KeptPosting } from '../table.ts'
import type { NewEntry } from './entries.ts'

type Posting = Omit<NewEntry, 'id' | 'ledger' | 'organizationId' | 'year' | 'reversesId' | 'reason'>
type Row = typeof waitingHours.$inferSelect
export type Waiting = Pick<Row, 'unitId' | 'id'> & { readonly posting: Posting }

type Late = {
  readonly posting: Posting
  readonly organizationId: string
  readonly why: string
}

/** Once for each session of each member. */
export async function keepWaiting(tx: Db, rows: readonly Late[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insert(waitingHours)
    .values(
      rows.map(({ posting, organizationId, why }) => {
        const { unitId, memberId, sourceId, day, title, minutes, at } = posting
        const facts = { unitId, memberId, sourceId, day, title, minutes, at }
        return { ...facts, id: newId(), organizationId, why, posting: flat(posting) }
      }),
    )
    .onConflictDoNothing()
}

/** What waits for room on these days of these members. */
export async function findWaitingFor(
  tx: Db,
  unitId: string,
  days: readonly { readonly memberId: string; readonly day: string }[],
): Promise<Waiting[]> {
  if (days.length === 0) return []
  const pairs = new Set(days.map(({ memberId, day }) => `${memberId} ${day}`))
  const rows = await tx
    .select()
    .from(waitingHours)
    .where(
      and(
        eq(waitingHours.unitId, unitId),
        oneOf(
          waitingHours.memberId,
          days.map(({ memberId }) => memberId),
        ),
      ),
    )
    .orderBy(asc(waitingHours.at), asc(waitingHours.id))
    .for('update')
  return rows.filter(({ memberId, day }) => pairs.has(`${memberId} ${day}`)).map(waitingOf)
}

/** What waits of all that is in the reach. */
export async function lockWaiting(tx: Db, reach: Reach): Promise<Waiting[]> {
  const units = await tx
    .selectDistinct({ unitId: waitingHours.unitId })
    .from(waitingHours)
    .innerJoin(organizations, eq(organizations.id, waitingHours.organizationId))
    .where(within(reach, organizations.path))
  const rows = await unitByUnit(
    units.map(({ unitId }) => unitId),
    (unitId) =>
      tx
        .select({ row: waitingHours })
        .from(waitingHours)
        .innerJoin(organizations, eq(organizations.id, waitingHours.organizationId))
        .where(and(eq(waitingHours.unitId, unitId), within(reach, organizations.path)))
        .orderBy(asc(waitingHours.at), asc(waitingHours.id))
        .for('update', { of: waitingHours }),
  )
  return rows.map(({ row }) => waitingOf(row))
}

/** The list as somebody reads it. */
export function selectWaiting(db: Reader) {
  return db
    .select({ row: waitingHours, organizationName: organizations.name })
    .from(waitingHours)
    .innerJoin(organizations, eq(organizations.id, waitingHours.organizationId))
    .orderBy(asc(waitingHours.day), asc(waitingHours.id))
}

export async function removeWaiting(tx: Db, { unitId, id }: Waiting): Promise<void> {
  await tx.delete(waitingHours).where(and(eq(waitingHours.unitId, unitId), eq(waitingHours.id, id)))
}

export async function changeWaiting(tx: Db, { unitId, id }: Waiting, why: string): Promise<void> {
  await tx
    .update(waitingHours)
    .set({ why })
    .where(and(eq(waitingHours.unitId, unitId), eq(waitingHours.id, id)))
}

/** What was to be credited no longer is. */
export async function dropWaitingOf(
  tx: Db,
  unitId: string,
  sourceIds: readonly string[],
): Promise<void> {
  await tx
    .delete(waitingHours)
    .where(and(eq(waitingHours.unitId, unitId), oneOf(waitingHours.sourceId, sourceIds)))
}

/** Moments are words in JSON; when it was posted stands beside it. */
function flat({ startsAt, endsAt, at: _at, ...facts }: Posting): KeptPosting {
  return {
    ...facts,
    startsAt: startsAt?.toISOString() ?? null,
    endsAt: endsAt?.toISOString() ?? null,
  }
}

function waitingOf({ unitId, id, posting, at }: Row): Waiting {
  const { startsAt, endsAt, ...facts } = posting
  const times = { startsAt: momentOf(startsAt), endsAt: momentOf(endsAt) }
  return { unitId, id, posting: { ...facts, ...times, at } }
}

function momentOf(moment: string | null): Date | null {
  return moment === null ? null : new Date(moment)
}
