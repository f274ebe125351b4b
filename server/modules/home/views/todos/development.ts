import { and, eq, like, sql } from 'drizzle-orm'
import { addDays } from '../../../../kernel/calendar.ts'
import { applicants } from '../../../development/table.ts'
import { inspectOnOf } from '../../../development/index.ts'
import { rowOf, selectRows } from '../../../development/views/rows.ts'
import { procedureCases } from '../../../procedures/table.ts'
import { ruleAt } from '../../../rules/index.ts'
import type { Todo } from '../../rules/todo.ts'
import { someOf } from '../../rules/todo.ts'
import type { Place } from '../place.ts'

const noticeDays = 14

/** Half a year without an inspection is over, or nearly. */
export async function dueInspections({ db, today, organization, may }: Place): Promise<Todo[]> {
  if (!may('development.keep')) return []
  const point = { path: organization.path, day: today }
  const { value: months, clause } = await ruleAt(db, 'dev.inspect', point)
  const rows = await selectRows(db, { months })
    .where(
      and(
        like(applicants.path, `${organization.path}%`),
        eq(procedureCases.state, 'open'),
        sql`(${inspectOnOf(months)})::date <= ${addDays(today, noticeDays)}::date`,
      ),
    )
    .orderBy(inspectOnOf(months), applicants.nameKey, applicants.id)
  const people = rows.map((row) => rowOf(row, today))
  const [first] = people
  if (!first?.inspectOn) return []
  return [
    {
      key: 'inspections',
      what: `考察 ${people.length} 名培养对象`,
      why: `每半年考察一次：${someOf(people.map(({ name }) => name))}`,
      clause,
      deadline: first.inspectOn,
      action: '看名单',
      to: '/development',
    },
  ]
}
