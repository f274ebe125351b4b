import { and, eq, inArray, isNull, lte, gte, or, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../kernel/db.ts'
import { oneOf } from '../../kernel/many.ts'
import { within } from '../../kernel/reach.ts'
import type { Reach } from '../../kernel/reach.ts'
import { posts } from '../members/table.ts'
import { organizations } from '../organizations/table.ts'
import { studyTopics, topicAudiences, topicStudies } from './table.ts'

export type Topic = typeof studyTopics.$inferSelect
const branchKinds = ['branch', 'jointBranch', 'temporaryBranch', 'temporaryJointBranch'] as const

/** The topic with the place that pushed it and the places it goes to. */
export async function findTopic(db: Reader, topicId: string) {
  const [row] = await db
    .select({ topic: studyTopics, from: organizations.name, path: organizations.path })
    .from(studyTopics)
    .innerJoin(organizations, eq(organizations.id, studyTopics.organizationId))
    .where(eq(studyTopics.id, topicId))
  if (!row) return undefined
  return { ...row, audience: (await audiencesOf(db, [topicId])).get(topicId) ?? [] }
}

/** The paths that each topic goes to. */
export async function audiencesOf(db: Reader, topicIds: readonly string[]) {
  const rows = await db
    .select({ topicId: topicAudiences.topicId, path: organizations.path })
    .from(topicAudiences)
    .innerJoin(organizations, eq(organizations.id, topicAudiences.organizationId))
    .where(oneOf(topicAudiences.topicId, topicIds))
  const byTopic = Map.groupBy(rows, ({ topicId }) => topicId)
  return new Map([...byTopic].map(([id, some]) => [id, some.map(({ path }) => path)]))
}

/** Pushed within the reach, and held still for a change. */
export async function lockTopic(tx: Db, reach: Reach, topicId: string) {
  const [row] = await tx
    .select({ topic: studyTopics, path: organizations.path, unitId: organizations.unitId })
    .from(studyTopics)
    .innerJoin(organizations, eq(organizations.id, studyTopics.organizationId))
    .where(and(eq(studyTopics.id, topicId), within(reach, organizations.path)))
    .for('update', { of: studyTopics })
  return row
}

/** Keeps it, or finds that the same form was sent before. */
export async function keepTopic(
  tx: Db,
  row: typeof studyTopics.$inferInsert & { readonly id: string },
  organizationIds: readonly string[],
): Promise<'kept' | 'known'> {
  const kept = await tx.insert(studyTopics).values(row).onConflictDoNothing().returning()
  if (kept.length === 0) return 'known'
  const rows = organizationIds.map((organizationId) => ({ topicId: row.id, organizationId }))
  await tx.insert(topicAudiences).values(rows)
  return 'kept'
}

export async function changeTopic(
  tx: Db,
  topicId: string,
  set: Partial<typeof studyTopics.$inferInsert>,
): Promise<void> {
  await tx.update(studyTopics).set(set).where(eq(studyTopics.id, topicId))
}

/** The live organizations of these at or below a path. */
export async function findBelow(db: Reader, path: string, ids: readonly string[]) {
  return db
    .select({ id: organizations.id, path: organizations.path })
    .from(organizations)
    .where(
      and(
        oneOf(organizations.id, ids),
        within([path], organizations.path),
        isNull(organizations.dissolvedOn),
      ),
    )
}

/** The branches at or below any of these paths. */
export async function findBranches(db: Reader, paths: readonly string[]) {
  return db
    .select({
      id: organizations.id,
      unitId: organizations.unitId,
      path: organizations.path,
    })
    .from(organizations)
    .where(
      and(
        within(paths, organizations.path),
        inArray(organizations.kind, [...branchKinds]),
        isNull(organizations.dissolvedOn),
      ),
    )
}

/** Who leads each of these branches on the day. */
export async function findSecretaries(db: Reader, branchIds: readonly string[], day: string) {
  return db
    .selectDistinct({ organizationId: posts.organizationId, memberId: posts.memberId })
    .from(posts)
    .where(
      and(
        oneOf(posts.organizationId, branchIds),
        inArray(posts.post, ['secretary', 'deputySecretary']),
        lte(posts.from, day),
        or(isNull(posts.until), gte(posts.until, day)),
      ),
    )
}

/** The first word counts; later ones change nothing. */
export async function keepStudy(
  tx: Db,
  row: typeof topicStudies.$inferInsert,
): Promise<{ at: Date; isNew: boolean }> {
  const [kept] = await tx
    .insert(topicStudies)
    .values(row)
    .onConflictDoUpdate({
      target: [topicStudies.unitId, topicStudies.topicId, topicStudies.memberId],
      set: { at: sql`${topicStudies.at}` },
    })
    .returning({ at: topicStudies.at, note: topicStudies.note })
  const at = kept?.at ?? row.at
  return { at, isNew: at.getTime() === row.at.getTime() && kept?.note === row.note }
}
