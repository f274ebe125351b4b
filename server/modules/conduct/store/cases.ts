import { and, asc, count, desc, eq, like, ne, or, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { conductCases, conductNotes } from '../table.ts'

export type ConductCase = typeof conductCases.$inferSelect
export type CaseKey = { readonly unitId: string; readonly caseId: string }
type MemberKey = { readonly unitId: string; readonly memberId: string }

export async function lockConductCase(tx: Db, reach: Reach, { unitId, caseId }: CaseKey) {
  const [row] = await tx
    .select()
    .from(conductCases)
    .where(
      and(
        eq(conductCases.unitId, unitId),
        eq(conductCases.id, caseId),
        within(reach, conductCases.path),
      ),
    )
    .for('update')
  return row
}

/** Whether it was kept: one case at a time with one person. */
export async function keepConductCase(
  tx: Db,
  row: typeof conductCases.$inferInsert,
): Promise<boolean> {
  const kept = await tx
    .insert(conductCases)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: conductCases.id })
  return kept.length > 0
}

/** Changes it and counts up: whoever read it before has read something old. */
export async function changeConductCase(
  tx: Db,
  { unitId, id, version }: Pick<ConductCase, 'unitId' | 'id' | 'version'>,
  changes: Partial<typeof conductCases.$inferInsert>,
): Promise<number> {
  await tx
    .update(conductCases)
    .set({ ...changes, version: version + 1 })
    .where(and(eq(conductCases.unitId, unitId), eq(conductCases.id, id)))
  return version + 1
}

type Asked = {
  readonly path: string
  readonly state: ConductCase['state'] | undefined
  /** Nobody reads about themself, nor sees in a number that there is something to read. */
  readonly reader: { readonly memberId?: string }
  readonly page: number
  readonly size: number
}

export async function findConductCases(db: Reader, { path, state, reader, page, size }: Asked) {
  const { memberId } = reader
  const below = and(
    like(conductCases.path, `${path}%`),
    memberId ? ne(conductCases.memberId, memberId) : undefined,
  )
  const chosen = and(below, state ? eq(conductCases.state, state) : undefined)
  const rows = await db
    .select({ case: conductCases, name: members.name, organizationName: organizations.name })
    .from(conductCases)
    .innerJoin(
      members,
      and(eq(members.unitId, conductCases.unitId), eq(members.id, conductCases.memberId)),
    )
    .innerJoin(organizations, eq(organizations.id, conductCases.organizationId))
    .where(chosen)
    .orderBy(desc(conductCases.openedOn), desc(conductCases.id))
    .limit(size)
    .offset((page - 1) * size)
  const counts = await db
    .select({ state: conductCases.state, count: count() })
    .from(conductCases)
    .where(below)
    .groupBy(conductCases.state)
  return { rows, counts, total: await db.$count(conductCases, chosen) }
}

/** The one that is under way, draft or open. */
export async function findOpenCases(db: Reader, path: string, { memberId }: Asked['reader']) {
  return db
    .select({ memberId: conductCases.memberId, caseId: conductCases.id })
    .from(conductCases)
    .where(
      and(
        like(conductCases.path, `${path}%`),
        memberId ? ne(conductCases.memberId, memberId) : undefined,
        or(eq(conductCases.state, 'draft'), eq(conductCases.state, 'open')),
      ),
    )
}

/** What concerns somebody, the newest first; a draft is nobody's concern yet. */
export async function findCasesOf(db: Reader, { unitId, memberId }: MemberKey) {
  return db
    .select()
    .from(conductCases)
    .where(
      and(
        eq(conductCases.unitId, unitId),
        eq(conductCases.memberId, memberId),
        ne(conductCases.state, 'draft'),
      ),
    )
    .orderBy(desc(conductCases.openedOn), desc(conductCases.id))
}

/** Whether a vote has decided about somebody else: one person, one vote. */
export async function isVoteTaken(
  tx: Db,
  { unitId, memberId }: MemberKey,
  motionId: string,
): Promise<boolean> {
  const taken = and(
    eq(conductCases.unitId, unitId),
    ne(conductCases.memberId, memberId),
    sql`${conductCases.vote} ->> 'motionId' = ${motionId}`,
  )
  return (await tx.$count(conductCases, taken)) > 0
}

export async function keepNote(tx: Db, row: typeof conductNotes.$inferInsert): Promise<void> {
  await tx.insert(conductNotes).values(row)
}

export async function findNotes(db: Reader, { unitId, caseId }: CaseKey) {
  return db
    .select()
    .from(conductNotes)
    .where(and(eq(conductNotes.unitId, unitId), eq(conductNotes.caseId, caseId)))
    .orderBy(asc(conductNotes.on), asc(conductNotes.at))
}
