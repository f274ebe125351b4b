import { and, desc, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { organizations } from '../../organizations/table.ts'
import { affiliations, members } from '../table.ts'

export type MemberKey = { readonly unitId: string; readonly memberId: string }
export type MemberRow = typeof members.$inferSelect

/** The member with the path of the own branch; nothing outside the reach. */
export async function findMember(db: Reader, reach: Reach, { unitId, memberId }: MemberKey) {
  const [row] = await db
    .select({ member: members, path: organizations.path, organizationName: organizations.name })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(eq(members.unitId, unitId), eq(members.id, memberId), within(reach, organizations.path)),
    )
  return row
}

/** The same, held still until the transaction ends. */
export async function lockMember(tx: Db, reach: Reach, { unitId, memberId }: MemberKey) {
  const [row] = await tx
    .select({ member: members, path: organizations.path, organizationName: organizations.name })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(eq(members.unitId, unitId), eq(members.id, memberId), within(reach, organizations.path)),
    )
    .for('update', { of: members })
  return row
}

type Asked = {
  readonly unitId: string
  readonly memberIds: readonly string[]
  /** What else must be true of them. */
  readonly where?: SQL
}

/** Those of the ids who are on the roll within the reach, branch by branch, with the path of each branch. */
export async function findMembersOf(db: Reader, reach: Reach, { unitId, memberIds, where }: Asked) {
  return db
    .select({ memberId: members.id, name: members.name, path: organizations.path })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        eq(members.unitId, unitId),
        oneOf(members.id, memberIds),
        isNull(members.leftOn),
        within(reach, organizations.path),
        where,
      ),
    )
    .orderBy(organizations.path, members.nameKey, members.id)
}

/** Everybody on the roll at or below a place: whom to tell, and where they stand. */
export async function findMembersBelow(db: Reader, path: string) {
  return db
    .select({ memberId: members.id, unitId: members.unitId, path: organizations.path })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(and(within([path], organizations.path), isNull(members.leftOn)))
}

export async function keepMember(tx: Db, row: typeof members.$inferInsert): Promise<void> {
  await tx.insert(members).values(row)
}

export async function updateMember(
  tx: Db,
  { unitId, id, version }: MemberRow,
  set: Partial<typeof members.$inferInsert>,
): Promise<number> {
  const next = version + 1
  await tx
    .update(members)
    .set({ ...set, version: next })
    .where(and(eq(members.unitId, unitId), eq(members.id, id)))
  return next
}

export type NewMember = typeof members.$inferInsert & { readonly id: string }

/** The same person in the same unit again: the row that was closed is in force with what is known now. */
export async function replaceMember(
  tx: Db,
  { unitId, id, version }: MemberRow,
  row: NewMember,
): Promise<void> {
  const { unitId: _, id: __, ...known } = row
  await tx
    .update(members)
    .set({ ...known, version: version + 1 })
    .where(and(eq(members.unitId, unitId), eq(members.id, id)))
}

/** Whose number this was on any roll of the platform, the one left last; nothing where it is nobody's. */
export async function findFormer(
  tx: Reader,
  indexes: readonly string[],
): Promise<string | undefined> {
  const [row] = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(oneOf(members.idNumberIndex, indexes), isNotNull(members.leftOn)))
    .orderBy(desc(members.leftOn), desc(members.id))
    .limit(1)
  return row?.id
}

/** Whether another one on the roll of the unit has this number, by whichever digest it is kept. */
export async function isNumberTaken(
  tx: Reader,
  { unitId, memberId }: MemberKey,
  indexes: readonly string[],
): Promise<boolean> {
  const held = and(
    eq(members.unitId, unitId),
    oneOf(members.idNumberIndex, indexes),
    isNull(members.leftOn),
    ne(members.id, memberId),
  )
  return (await tx.$count(members, held)) > 0
}

/** Whether somebody of this number is on a roll now, in whatever unit, and where. */
export async function findByNumber(db: Reader, indexes: readonly string[]) {
  const [row] = await db
    .select({
      memberId: members.id,
      path: organizations.path,
      organizationName: organizations.name,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(and(oneOf(members.idNumberIndex, indexes), isNull(members.leftOn)))
  return row
}

type NewAffiliation = Pick<
  typeof affiliations.$inferInsert,
  'unitId' | 'memberId' | 'organizationId' | 'from' | 'how'
>

export async function beginAffiliation(tx: Db, row: NewAffiliation): Promise<void> {
  await tx.insert(affiliations).values(row)
}

export async function endAffiliation(
  tx: Db,
  { unitId, id }: Pick<MemberRow, 'unitId' | 'id'>,
  until: string,
): Promise<void> {
  await tx
    .update(affiliations)
    .set({ until })
    .where(
      and(
        eq(affiliations.unitId, unitId),
        eq(affiliations.memberId, id),
        isNull(affiliations.until),
      ),
    )
}
