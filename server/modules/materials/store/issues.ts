import { and, eq } from 'drizzle-orm'
import type { Db, Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { organizations } from '../../organizations/table.ts'
import { members } from '../../members/table.ts'
import { titleIssues, titles, titleViewings } from '../table.ts'

export type Issue = typeof titleIssues.$inferSelect
type NewIssue = typeof titleIssues.$inferInsert & { readonly id: string }

/** Whether it is new: the same form sent twice issues once to each. */
export async function keepIssue(tx: Db, row: NewIssue): Promise<boolean> {
  const kept = await tx
    .insert(titleIssues)
    .values(row)
    .onConflictDoNothing({
      target: [titleIssues.unitId, titleIssues.formId, titleIssues.holderId],
    })
    .returning({ id: titleIssues.id })
  return kept.length > 0
}

/** An issue held still, with where its receiver stands today and the name of the title. */
export async function lockIssue(tx: Db, unitId: string, id: string) {
  const [row] = await tx
    .select({ issue: titleIssues, toPath: organizations.path, titleName: titles.name })
    .from(titleIssues)
    .innerJoin(organizations, eq(organizations.id, titleIssues.toOrganizationId))
    .innerJoin(
      titles,
      and(eq(titles.unitId, titleIssues.unitId), eq(titles.id, titleIssues.titleId)),
    )
    .where(and(eq(titleIssues.unitId, unitId), eq(titleIssues.id, id)))
    .for('update', { of: titleIssues })
  return row
}

export async function changeIssue(
  tx: Db,
  { unitId, id, version }: Issue,
  changes: Partial<typeof titleIssues.$inferInsert>,
): Promise<number> {
  await tx
    .update(titleIssues)
    .set({ ...changes, version: version + 1 })
    .where(and(eq(titleIssues.unitId, unitId), eq(titleIssues.id, id)))
  return version + 1
}

/** Live organizations of a unit, by their ids. */
export async function findPlaces(db: Reader, unitId: string, ids: readonly string[]) {
  const rows = await db
    .select()
    .from(organizations)
    .where(and(eq(organizations.unitId, unitId), oneOf(organizations.id, ids)))
  return new Map(rows.filter((one) => !one.dissolvedOn).map((one) => [one.id, one]))
}

/** Members on the roll of a unit, by their ids, with where they are. */
export async function findPeople(db: Reader, unitId: string, ids: readonly string[]) {
  const rows = await db
    .select({
      memberId: members.id,
      name: members.name,
      leftOn: members.leftOn,
      organizationId: members.organizationId,
      path: organizations.path,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(and(eq(members.unitId, unitId), oneOf(members.id, ids)))
  return new Map(rows.map((one) => [one.memberId, one]))
}

/** Whether it is new. */
export async function keepViewing(tx: Db, row: typeof titleViewings.$inferInsert) {
  const kept = await tx
    .insert(titleViewings)
    .values(row)
    .onConflictDoNothing({ target: [titleViewings.unitId, titleViewings.id] })
    .returning({ id: titleViewings.id })
  return kept.length > 0
}
