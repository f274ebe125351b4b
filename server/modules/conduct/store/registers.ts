import { and, asc, count, desc, eq, like, max, ne } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { careVisits, conductLeadEntries, conductLeads, conductSanctions } from '../table.ts'

export type Sanction = typeof conductSanctions.$inferSelect
export type Lead = typeof conductLeads.$inferSelect
type Page = { readonly path: string; readonly page: number; readonly size: number }

/** Keeps it, or finds that the same form was sent before. */
export async function keepSanction(
  tx: Db,
  row: typeof conductSanctions.$inferInsert & { readonly id: string },
): Promise<boolean> {
  const kept = await tx
    .insert(conductSanctions)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: conductSanctions.id })
  return kept.length > 0
}

export async function findSanctionByForm(db: Reader, unitId: string, formId: string) {
  const [row] = await db
    .select()
    .from(conductSanctions)
    .where(and(eq(conductSanctions.unitId, unitId), eq(conductSanctions.formId, formId)))
  return row
}

export async function lockSanction(tx: Db, reach: Reach, unitId: string, id: string) {
  const [row] = await tx
    .select()
    .from(conductSanctions)
    .where(
      and(
        eq(conductSanctions.unitId, unitId),
        eq(conductSanctions.id, id),
        within(reach, conductSanctions.path),
      ),
    )
    .for('update')
  return row
}

export async function changeSanction(
  tx: Db,
  { unitId, id, version }: Pick<Sanction, 'unitId' | 'id' | 'version'>,
  changes: Partial<typeof conductSanctions.$inferInsert>,
): Promise<number> {
  await tx
    .update(conductSanctions)
    .set({ ...changes, version: version + 1 })
    .where(and(eq(conductSanctions.unitId, unitId), eq(conductSanctions.id, id)))
  return version + 1
}

/** Nobody reads here about themself: their own page tells them. */
export async function findSanctions(
  db: Reader,
  { path, reader, page, size }: Page & { readonly reader: { readonly memberId?: string } },
) {
  const { memberId } = reader
  const below = and(
    like(conductSanctions.path, `${path}%`),
    memberId ? ne(conductSanctions.memberId, memberId) : undefined,
  )
  const rows = await db
    .select({
      sanction: conductSanctions,
      name: members.name,
      organizationName: organizations.name,
    })
    .from(conductSanctions)
    .innerJoin(
      members,
      and(eq(members.unitId, conductSanctions.unitId), eq(members.id, conductSanctions.memberId)),
    )
    .innerJoin(organizations, eq(organizations.id, conductSanctions.organizationId))
    .where(below)
    .orderBy(desc(conductSanctions.from), desc(conductSanctions.id))
    .limit(size)
    .offset((page - 1) * size)
  return { rows, total: await db.$count(conductSanctions, below) }
}

export async function findSanctionsOf(db: Reader, unitId: string, memberId: string) {
  return db
    .select()
    .from(conductSanctions)
    .where(and(eq(conductSanctions.unitId, unitId), eq(conductSanctions.memberId, memberId)))
    .orderBy(desc(conductSanctions.from), desc(conductSanctions.id))
}

/** Numbered one after another in its unit; the same form is one lead. */
export async function keepLead(
  tx: Db,
  row: Omit<typeof conductLeads.$inferInsert, 'number'> & { readonly unitId: string },
): Promise<Lead | undefined> {
  const [last] = await tx
    .select({ number: max(conductLeads.number) })
    .from(conductLeads)
    .where(eq(conductLeads.unitId, row.unitId))
  const [kept] = await tx
    .insert(conductLeads)
    .values({ ...row, number: (last?.number ?? 0) + 1 })
    .onConflictDoNothing({ target: [conductLeads.unitId, conductLeads.formId] })
    .returning()
  return kept
}

export async function findLeadByForm(db: Reader, unitId: string, formId: string) {
  const [row] = await db
    .select()
    .from(conductLeads)
    .where(and(eq(conductLeads.unitId, unitId), eq(conductLeads.formId, formId)))
  return row
}

/** Two who register at once in one unit take turns for the next number. */
export async function lockUnit(tx: Db, unitId: string): Promise<void> {
  await tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.id, unitId))
    .for('no key update')
}

export async function lockLead(tx: Db, reach: Reach, unitId: string, leadId: string) {
  const [row] = await tx
    .select({ lead: conductLeads, organizationName: organizations.name })
    .from(conductLeads)
    .innerJoin(organizations, eq(organizations.id, conductLeads.organizationId))
    .where(
      and(
        eq(conductLeads.unitId, unitId),
        eq(conductLeads.id, leadId),
        within(reach, conductLeads.path),
      ),
    )
    .for('update', { of: conductLeads })
  return row
}

export async function changeLead(
  tx: Db,
  { unitId, id, version }: Pick<Lead, 'unitId' | 'id' | 'version'>,
  changes: Partial<typeof conductLeads.$inferInsert>,
): Promise<number> {
  await tx
    .update(conductLeads)
    .set({ ...changes, version: version + 1 })
    .where(and(eq(conductLeads.unitId, unitId), eq(conductLeads.id, id)))
  return version + 1
}

export async function keepLeadEntry(
  tx: Db,
  row: typeof conductLeadEntries.$inferInsert,
): Promise<void> {
  await tx.insert(conductLeadEntries).values(row)
}

export async function findLeadEntries(db: Reader, unitId: string, leadId: string) {
  return db
    .select()
    .from(conductLeadEntries)
    .where(and(eq(conductLeadEntries.unitId, unitId), eq(conductLeadEntries.leadId, leadId)))
    .orderBy(asc(conductLeadEntries.on), asc(conductLeadEntries.at))
}

export async function findLeads(
  db: Reader,
  { path, state, page, size }: Page & { readonly state: Lead['state'] | undefined },
) {
  const below = like(conductLeads.path, `${path}%`)
  const chosen = and(below, state ? eq(conductLeads.state, state) : undefined)
  const rows = await db
    .select({ lead: conductLeads, organizationName: organizations.name })
    .from(conductLeads)
    .innerJoin(organizations, eq(organizations.id, conductLeads.organizationId))
    .where(chosen)
    .orderBy(asc(conductLeads.closedOn), asc(conductLeads.dueOn), asc(conductLeads.id))
    .limit(size)
    .offset((page - 1) * size)
  const counts = await db
    .select({ state: conductLeads.state, count: count() })
    .from(conductLeads)
    .where(below)
    .groupBy(conductLeads.state)
  return { rows, counts, total: await db.$count(conductLeads, chosen) }
}

export async function keepVisit(
  tx: Db,
  row: typeof careVisits.$inferInsert & { readonly id: string },
): Promise<boolean> {
  const kept = await tx
    .insert(careVisits)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: careVisits.id })
  return kept.length > 0
}

export async function findVisits(db: Reader, unitId: string, memberId: string) {
  return db
    .select()
    .from(careVisits)
    .where(and(eq(careVisits.unitId, unitId), eq(careVisits.memberId, memberId)))
    .orderBy(desc(careVisits.on), desc(careVisits.id))
}
