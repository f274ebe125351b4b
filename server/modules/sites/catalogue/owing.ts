import { and, eq } from 'drizzle-orm'
import { resources } from '../../resources/table.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reader } from '../../../kernel/db.ts'
import { standingsOf } from './standing.ts'
import { sites } from '../table.ts'
import { dueOn, monthWord } from '../rules.ts'
import { ruleAt } from '../../rules/index.ts'

type Frame = { readonly path: string; readonly today: string }

/** Sites at and below a path for which a record is due, with the last day of the oldest. */
export async function owingAt(db: Reader, frame: Frame) {
  return owing(db, frame, within([frame.path], resources.path))
}

/** The same for whoever manages them. */
export async function owingOf(
  db: Reader,
  frame: Frame,
  { unitId, memberId }: { readonly unitId: string; readonly memberId: string },
) {
  return owing(db, frame, and(eq(sites.unitId, unitId), eq(sites.managerId, memberId)))
}

async function owing(db: Reader, frame: Frame, chosen: Parameters<typeof standingsOf>[1]) {
  const { value: days, clause } = await ruleAt(db, 'site.record.day', {
    path: frame.path,
    day: frame.today,
  })
  const standings = await standingsOf(db, chosen, frame)
  return standings.flatMap(({ unitId, siteId, name, owes }) => {
    const [first] = owes
    if (!first) return []
    const months = owes.map(monthWord)
    return [{ unitId, siteId, name, months, first, deadline: dueOn(first, days), clause }]
  })
}
