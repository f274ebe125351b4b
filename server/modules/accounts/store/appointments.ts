import { and, eq, gt, inArray, isNull, lte, ne, or, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { atOrAbove, within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { organizations } from '../../organizations/table.ts'
import { accounts, appointments, sessions } from '../table.ts'

/** Not revoked and not over; it may still lie ahead. */
export function isLive(now: Date) {
  return and(
    isNull(appointments.revokedAt),
    or(isNull(appointments.until), gt(appointments.until, now)),
  )
}

/** The offices of some accounts, in force or to come, with their places. */
export async function findLiveOffices(db: Reader, accountIds: readonly string[], now: Date) {
  return db
    .select({
      accountId: appointments.accountId,
      office: appointments.office,
      organizationId: appointments.organizationId,
      path: organizations.path,
      from: appointments.from,
      until: appointments.until,
    })
    .from(appointments)
    .innerJoin(organizations, eq(organizations.id, appointments.organizationId))
    .where(and(oneOf(appointments.accountId, accountIds), isLive(now)))
}

/** Who holds which office over exactly this organization now. */
export async function findOfficesOver(db: Reader, organizationId: string, now: Date) {
  return db
    .select({ accountId: appointments.accountId, office: appointments.office })
    .from(appointments)
    .where(and(eq(appointments.organizationId, organizationId), isLive(now)))
}

/** Ends what an account holds over a place and all below it. */
export async function revokeBelow(
  tx: Db,
  { accountId, path }: { readonly accountId: string; readonly path: string },
  { now, byId, because }: { readonly now: Date; readonly byId: string; readonly because: string },
): Promise<void> {
  const below = tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(within([path], organizations.path))
  await tx
    .update(appointments)
    .set({ revokedAt: now, revokedBy: byId, revokedBecause: because })
    .where(
      and(
        eq(appointments.accountId, accountId),
        isLive(now),
        inArray(appointments.organizationId, below),
      ),
    )
}

export async function keepAppointment(
  tx: Db,
  row: typeof appointments.$inferInsert,
): Promise<void> {
  await tx.insert(appointments).values(row)
}

/** The appointment over an organization in the reach, held still. */
export async function lockAppointment(tx: Db, reach: Reach, id: string) {
  const [row] = await tx
    .select({
      appointment: appointments,
      unitId: organizations.unitId,
      path: organizations.path,
      name: organizations.name,
    })
    .from(appointments)
    .innerJoin(organizations, eq(organizations.id, appointments.organizationId))
    .where(and(eq(appointments.id, id), within(reach, organizations.path)))
    .for('update', { of: appointments })
  return row
}

export async function endAppointment(
  tx: Db,
  id: string,
  revoked: { revokedAt: Date; revokedBy: string; revokedBecause: string },
): Promise<void> {
  await tx.update(appointments).set(revoked).where(eq(appointments.id, id))
}

/** Those who take a security administrator away do it one after another, so that two cannot take the last two. */
export async function lockSecurity(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('last security', 0))`)
}

/** Whether somebody else holds the security office over the same place, now and without an end. */
export async function hasOtherSecurity(
  db: Reader,
  { path, accountId, now }: { path: string; accountId: string; now: Date },
): Promise<boolean> {
  const [row] = await db
    .select({ id: appointments.id })
    .from(appointments)
    .innerJoin(organizations, eq(organizations.id, appointments.organizationId))
    .innerJoin(accounts, eq(accounts.id, appointments.accountId))
    .where(
      and(
        eq(appointments.office, 'securityAdministrator'),
        ne(appointments.accountId, accountId),
        isNull(accounts.disabledAt),
        isNull(appointments.revokedAt),
        lte(appointments.from, now),
        isNull(appointments.until),
        atOrAbove(path, organizations.path),
      ),
    )
    .limit(1)
  return row !== undefined
}

/** Whoever gets an office is from now on signed in for as long as an office is. */
export async function shortenSessions(
  tx: Db,
  accountId: string,
  { expiresAt, idleSeconds }: { expiresAt: Date; idleSeconds: number },
): Promise<void> {
  await tx
    .update(sessions)
    .set({
      expiresAt: sql`least(${sessions.expiresAt}, ${expiresAt.toISOString()}::timestamptz)`,
      idleSeconds: sql`least(${sessions.idleSeconds}, ${idleSeconds})`,
    })
    .where(and(eq(sessions.accountId, accountId), isNull(sessions.endedAt)))
}
