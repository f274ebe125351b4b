import { and, eq, ne, sql } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { classEnrolments, classes } from '../../classes/table.ts'
import { hourEntries } from '../../ledgers/table.ts'
import type { Held } from '../rules/lights.ts'
import type { planItems } from '../table.ts'

type Item = Pick<typeof planItems.$inferSelect, 'id' | 'path'>

const live = sql`${hourEntries.reversesId} is null and not exists (select from ${hourEntries} back
  where back.unit_id = ${hourEntries.unitId} and back.reverses_id = ${hourEntries.id})`

/** Classes that others held, without a roll of ours: what was credited for them by days, class by class. */
export async function creditedOf(db: Reader, items: readonly Item[]) {
  const pathOf = new Map(items.map(({ id, path }) => [id, path]))
  const held = await db
    .select({
      id: classes.id,
      itemId: classes.planItemId,
      path: classes.path,
      due: sql<number>`(select count(*)::int from ${classEnrolments} e where e.unit_id = ${classes}.unit_id
        and e.class_id = ${classes}.id and e.state = 'enrolled' and e.member_id is not null)`,
    })
    .from(classes)
    .where(and(oneOf(classes.planItemId, pathOf.keys()), ne(classes.origin, 'own')))
  if (held.length === 0) return []
  // Hours lie where the learners are, whichever unit the class is of.
  const credited = await db
    .select({
      classId: sql<string>`${hourEntries.sourceId}`,
      persons: sql<number>`count(distinct ${hourEntries.memberId})::int`,
      minutes: sql<number>`sum(${hourEntries.minutes})::int`,
      firstOn: sql<string>`min(${hourEntries.day})::text`,
      lastOn: sql<string>`max(${hourEntries.day})::text`,
    })
    .from(hourEntries)
    .where(
      and(
        oneOf(
          hourEntries.sourceId,
          held.map(({ id }) => id),
        ),
        eq(hourEntries.ledger, 'member'),
        live,
      ),
    )
    .groupBy(hourEntries.sourceId)
  const rowOf = new Map(credited.map(({ classId, ...row }) => [classId, row]))
  return held.flatMap(({ id, itemId, path, due }): { itemId: string; held: Held }[] => {
    const row = rowOf.get(id)
    return row && itemId !== null && path.startsWith(pathOf.get(itemId) ?? ' ')
      ? [{ itemId, held: { ...row, due, sessions: 1, present: row.persons } }]
      : []
  })
}
