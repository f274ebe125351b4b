import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf, unitByUnit } from '../../../kernel/many.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { organizations } from '../../organizations/table.ts'
import { activities } from '../table.ts'

export type ActivityKey = { readonly unitId: string; readonly activityId: string }
export type Activity = typeof activities.$inferSelect
export type NewActivity = typeof activities.$inferInsert & { readonly id: string }

/** An activity with the organization that holds it. */
export type Held = {
  readonly activity: Activity
  readonly path: string
  readonly organizationName: string
}

const held = {
  activity: activities,
  path: organizations.path,
  organizationName: organizations.name,
}

export async function findActivity(
  db: Reader,
  reach: Reach,
  { unitId, activityId }: ActivityKey,
): Promise<Held | undefined> {
  const [row] = await db
    .select(held)
    .from(activities)
    .innerJoin(organizations, eq(organizations.id, activities.organizationId))
    .where(
      and(
        eq(activities.unitId, unitId),
        eq(activities.id, activityId),
        within(reach, organizations.path),
      ),
    )
  return row
}

/** Whatever its organization; for those who were called to it or scanned its code. */
export async function findAnywhere(db: Reader, { unitId, activityId }: ActivityKey) {
  return findActivity(db, ['/'], { unitId, activityId })
}

/**
 * The activity within the reach, held still. Sign-ins go on meanwhile, because they only need it to stay;
 * who closes it takes `update`, and then they wait.
 */
export async function lockActivity(
  tx: Db,
  reach: Reach,
  { unitId, activityId }: ActivityKey,
  strength: 'no key update' | 'update' = 'no key update',
): Promise<Held | undefined> {
  const [row] = await tx
    .select(held)
    .from(activities)
    .innerJoin(organizations, eq(organizations.id, activities.organizationId))
    .where(
      and(
        eq(activities.unitId, unitId),
        eq(activities.id, activityId),
        within(reach, organizations.path),
      ),
    )
    .for(strength, { of: activities })
  return row
}

/** Activities by id for a crowd, kept from being closed until the crowd is served. */
export async function holdActivities(tx: Db, keys: readonly ActivityKey[]) {
  const idsOf = Map.groupBy(keys, ({ unitId }) => unitId)
  const rows = await unitByUnit(idsOf.keys(), (unitId) =>
    tx
      .select({
        id: activities.id,
        kind: activities.kind,
        cancelledAt: activities.cancelledAt,
        path: organizations.path,
      })
      .from(activities)
      .innerJoin(organizations, eq(organizations.id, activities.organizationId))
      .where(
        and(
          eq(activities.unitId, unitId),
          oneOf(
            activities.id,
            (idsOf.get(unitId) ?? []).map(({ activityId }) => activityId),
          ),
        ),
      )
      .orderBy(activities.id)
      .for('key share', { of: activities }),
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Keeps a plan, or finds that the same form was sent before. */
export async function keepActivity(tx: Db, row: NewActivity): Promise<'kept' | 'known'> {
  const kept = await tx
    .insert(activities)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: activities.id })
  return kept.length > 0 ? 'kept' : 'known'
}

/** Changes it, and with it the version that open forms have read. */
export async function changeActivity(
  tx: Db,
  { unitId, id }: Pick<Activity, 'unitId' | 'id'>,
  set: Partial<typeof activities.$inferInsert>,
): Promise<number> {
  const [row] = await tx
    .update(activities)
    .set({ ...set, version: sql`${activities.version} + 1` })
    .where(and(eq(activities.unitId, unitId), eq(activities.id, id)))
    .returning({ version: activities.version })
  return row?.version ?? 0
}

/** The latest of a kind at an organization, where a new plan begins. */
export async function findLatest(
  db: Reader,
  {
    organizationId,
    kinds,
    count,
  }: { organizationId: string; kinds: readonly Activity['kind'][]; count: number },
): Promise<Activity[]> {
  return db
    .select()
    .from(activities)
    .where(
      and(
        eq(activities.organizationId, organizationId),
        inArray(activities.kind, [...kinds]),
        isNull(activities.cancelledAt),
      ),
    )
    .orderBy(desc(activities.startsAt))
    .limit(count)
}

/** A group of this branch. */
export async function findGroup(db: Reader, organizationId: string, groupId: string) {
  const [row] = await db
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(
      and(
        eq(organizations.id, groupId),
        eq(organizations.parentId, organizationId),
        eq(organizations.kind, 'group'),
      ),
    )
  return row
}

export async function findGroups(db: Reader, organizationId: string) {
  return db
    .select({ groupId: organizations.id, name: organizations.name })
    .from(organizations)
    .where(
      and(
        eq(organizations.parentId, organizationId),
        eq(organizations.kind, 'group'),
        isNull(organizations.dissolvedOn),
      ),
    )
    .orderBy(organizations.nameKey, organizations.name)
}
