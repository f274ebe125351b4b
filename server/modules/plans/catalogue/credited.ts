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
  const rows = await db
    .select({
      itemId: classes.planItemId,
      path: classes.path,
      persons: sql<number>`count(distinct ${hourEntries.memberId})::int`,
      minutes: sql<number>`sum(${hourEntries.minutes})::int`,
      firstOn: sql<string>`min(${hourEntries.day})::text`,
      lastOn: sql<string>`max(${hourEntries.day})::text`,
      due: sql<number>`(select count(*)::int from ${classEnrolments} e where e.unit_id = ${classes.unitId}
        and e.class_id = ${classes.id} and e.state = 'enrolled' and e.member_id is not null)`,
    })
    .from(classes)
    .innerJoin(
      hourEntries,
      and(eq(hourEntries.sourceId, classes.id), eq(hourEntries.ledger, 'member'), live),
    )
    .where(and(oneOf(classes.planItemId, pathOf.keys()), ne(classes.origin, 'own')))
    .groupBy(classes.unitId, classes.id)
  return rows.flatMap(({ itemId, path, ...row }): { itemId: string; held: Held }[] =>
    itemId !== null && path.startsWith(pathOf.get(itemId) ?? ' ')
      ? [{ itemId, held: { ...row, sessions: 1, present: row.persons } }]
      : [],
  )
}
