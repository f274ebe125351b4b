import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { affiliations, excuses, members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { duesBases, duesHardships } from '../table.ts'

type Some = { readonly unitId: string; readonly memberIds: readonly string[] }

/** Those on the roll within the reach, held still, so that two who post for one member take turns. */
export async function lockPeople(tx: Db, reach: Reach, { unitId, memberIds }: Some) {
  return tx
    .select({ member: members, path: organizations.path, organizationName: organizations.name })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        eq(members.unitId, unitId),
        oneOf(members.id, memberIds),
        within(reach, organizations.path),
      ),
    )
    .orderBy(asc(members.id))
    .for('no key update', { of: members })
}

/** Everybody on the roll at and below a place, by name. */
export async function findRoll(db: Reader, reach: Reach, unitId: string) {
  return db
    .select({ member: members, path: organizations.path, organizationName: organizations.name })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(eq(members.unitId, unitId), isNull(members.leftOn), within(reach, organizations.path)),
    )
    .orderBy(asc(members.nameKey), asc(members.id))
}

export type Facts = Awaited<ReturnType<typeof findFacts>> extends Map<string, infer F> ? F : never

/** Where they belonged, what was fixed for them, what was waived, and when they could not come. */
export async function findFacts(db: Reader, { unitId, memberIds }: Some) {
  const people = await db
    .select()
    .from(members)
    .where(and(eq(members.unitId, unitId), oneOf(members.id, memberIds)))
  const stays = await db
    .select()
    .from(affiliations)
    .where(and(eq(affiliations.unitId, unitId), oneOf(affiliations.memberId, memberIds)))
  const bases = await db
    .select()
    .from(duesBases)
    .where(and(eq(duesBases.unitId, unitId), oneOf(duesBases.memberId, memberIds)))
    .orderBy(asc(duesBases.at))
  const reliefs = await db
    .select()
    .from(duesHardships)
    .where(and(eq(duesHardships.unitId, unitId), oneOf(duesHardships.memberId, memberIds)))
    .orderBy(asc(duesHardships.at))
  const pauses = await db
    .select()
    .from(excuses)
    .where(and(eq(excuses.unitId, unitId), oneOf(excuses.memberId, memberIds)))
  const staysOf = Map.groupBy(stays, ({ memberId }) => memberId)
  const basesOf = Map.groupBy(bases, ({ memberId }) => memberId)
  const reliefsOf = Map.groupBy(reliefs, ({ memberId }) => memberId)
  const pausesOf = Map.groupBy(pauses, ({ memberId }) => memberId)
  return new Map(
    people.map((person) => [
      person.id,
      {
        person,
        member: { ...person, stays: staysOf.get(person.id) ?? [] },
        bases: basesOf.get(person.id) ?? [],
        reliefs: reliefsOf.get(person.id) ?? [],
        pauses: pausesOf.get(person.id) ?? [],
      },
    ]),
  )
}

/** The ways to these organizations. */
export async function findPaths(db: Reader, ids: readonly string[]) {
  const rows = await db
    .select({ id: organizations.id, path: organizations.path })
    .from(organizations)
    .where(oneOf(organizations.id, ids))
  return new Map(rows.map(({ id, path }) => [id, path]))
}

export async function keepBases(tx: Db, rows: (typeof duesBases.$inferInsert)[]): Promise<void> {
  await tx.insert(duesBases).values(rows)
}

export type Branch = Awaited<ReturnType<typeof findBranches>>[number]

/** The branches in which somebody's dues were ever fixed. */
export async function findBranches(db: Reader) {
  return db
    .selectDistinct({
      unitId: organizations.unitId,
      organizationId: organizations.id,
      parentId: organizations.parentId,
      path: organizations.path,
    })
    .from(duesBases)
    .innerJoin(
      members,
      and(eq(members.unitId, duesBases.unitId), eq(members.id, duesBases.memberId)),
    )
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(isNull(organizations.dissolvedOn))
    .orderBy(asc(organizations.path))
}
