import { and, eq, like, sql } from 'drizzle-orm'
import { addDays } from '../../../../kernel/calendar.ts'
import type { Day } from '../../../../kernel/calendar.ts'
import { applicants } from '../../../development/table.ts'
import { inspectOnOf } from '../../../development/index.ts'
import { cultivatedBy } from '../../../development/views/mine.ts'
import { reviewsOf } from '../../../development/views/pond.ts'
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

/** Whom somebody cultivates, where half a year is nearly over or something they took on is due. */
export async function cultivationAsked(sight: Parameters<typeof cultivatedBy>[0], today: Day) {
  const soon = addDays(today, noticeDays)
  const people = await cultivatedBy(sight)
  const base = { clause: '培养联系人', action: '登记', to: '/development' }
  return people.flatMap(({ applicantId, name, inspectOn, tasks }): Todo[] => {
    const inspection =
      inspectOn && inspectOn <= soon
        ? [{ key: `inspect:${applicantId}`, what: `考察${name}`, deadline: inspectOn }]
        : []
    const due = tasks
      .filter(({ doneOn, dueOn }) => doneOn === null && dueOn <= soon)
      .map(({ taskId, title, dueOn }) => ({
        key: `cultivate:${taskId}`,
        what: title,
        deadline: dueOn,
      }))
    return [...inspection, ...due].map((one) => ({
      ...base,
      ...one,
      why: `您联系培养的${name}`,
    }))
  })
}

/** Branches that have not gone through those they keep in reserve for half a year. */
export async function duePond({ db, today, organization, may }: Place): Promise<Todo[]> {
  if (!may('development.keep')) return []
  const { rows, clause } = await reviewsOf(db, { organization, today })
  const late = rows.filter(({ dueOn }) => dueOn <= addDays(today, noticeDays))
  const [first] = late
  if (!first) return []
  return [
    {
      key: 'pond',
      what:
        late.length === 1 ? `梳理${first.name}的后备人员` : `梳理 ${late.length} 个支部的后备人员`,
      why: `每半年梳理一次：${someOf(late.map(({ name }) => name))}`,
      clause,
      deadline: first.dueOn,
      action: '梳理',
      to: '/development/pond',
    },
  ]
}
