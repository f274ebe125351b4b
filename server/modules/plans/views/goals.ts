import { asc } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { classes } from '../../classes/table.ts'

/** What classes that carry out these items report of the goals they took from the plan. */
export async function goalReportsOf(db: Reader, itemIds: readonly string[]) {
  const rows = await db
    .select({
      unitId: classes.unitId,
      classId: classes.id,
      title: classes.title,
      until: classes.until,
      application: classes.application,
      results: classes.goalResults,
    })
    .from(classes)
    .where(oneOf(classes.planItemId, itemIds))
    .orderBy(asc(classes.until), asc(classes.id))
  return rows.flatMap(({ application, results, ...row }) =>
    results.flatMap(({ goal, actual, isMet }) => {
      const named = application.goals.find((one) => one.goal === goal)
      return named?.planGoalId ? [{ ...row, goalId: named.planGoalId, actual, isMet }] : []
    }),
  )
}
