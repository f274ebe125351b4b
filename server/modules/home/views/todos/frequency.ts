import { addDays, addMonths, monthOf } from '../../../../kernel/calendar.ts'
import type { Day } from '../../../../kernel/calendar.ts'
import { monthDay } from '../../../../kernel/words.ts'
import { kinds } from '../../../activities/index.ts'
import type { MeetingKind } from '../../../activities/index.ts'
import { periodAt } from '../../../meetings/index.ts'
import type { Period } from '../../../meetings/index.ts'
import { boardOf, isBranchIn } from '../../../meetings/index.ts'
import { organizations } from '../../../organizations/table.ts'
import type { Todo } from '../../rules/todo.ts'
import type { Place } from '../place.ts'

/** How long before its end a period in which nothing is planned yet becomes something to do. */
const noticeDays = { month: 21, quarter: 21, year: 75 }
/** A year that was not kept is not told of all through the next. */
const toldDays = 92

/** Meetings that a period demands and that are neither held nor planned: this period's, and the one before. */
export async function missingMeetings(place: Place): Promise<Todo[]> {
  const { db, now, today, organization } = place
  const month = monthOf(today)
  const periodsOf = ({ frequency }: MeetingKind) => {
    const current = periodAt(month, frequency.period)
    return [periodAt(monthOf(addDays(current.from, -1)), frequency.period), current]
  }
  const branches = place.isBranch
    ? [organization]
    : await db
        .select()
        .from(organizations)
        .where(isBranchIn([organization.path], today))
  const rows = await boardOf(db, {
    path: organization.path,
    branches,
    kinds,
    periodsOf,
    months: {
      from: `${Number(month.slice(0, 4)) - 1}-01`,
      until: monthOf(addMonths(`${month}-01`, 2)),
    },
    now,
  })
  const lacking = rows.flatMap((row) =>
    row.cells.flatMap((cell) => {
      const kind = kinds.find(({ key }) => key === row.kind)
      const period = kind && periodsOf(kind).find(({ key }) => key === cell.period)
      return period && isDue(cell.state, { ...period, ...kind.frequency }, today)
        ? [{ ...row, cell, period }]
        : []
    }),
  )
  return place.isBranch ? lacking.map((one) => todoOf(one, today)) : overBranches(lacking)
}

type Lacking = Awaited<ReturnType<typeof boardOf>>[number] & {
  readonly period: Period
  readonly cell: { readonly state: string; readonly period: string }
}

type Owing = Pick<Period, 'until'> & Pick<MeetingKind['frequency'], 'period'>

function isDue(state: string, { until, period }: Owing, today: Day): boolean {
  if (state === 'open') return addDays(until, -noticeDays[period]) <= today
  return state === 'makeUp' || (state === 'missing' && today <= addDays(until, toldDays))
}

function todoOf(one: Lacking, today: Day): Todo {
  const { kind, kindName, groupId, groupName, makeUpDays, period, clause } = one
  const isOver = period.until < today
  const deadline = isOver ? addDays(period.until, makeUpDays) : period.until
  const group = groupId ? `&groupId=${groupId}` : ''
  const month = isOver ? monthOf(period.until) : monthOf(today)
  return {
    key: `meeting:${kind}:${groupId ?? ''}:${period.key}`,
    what: `${isOver ? '补开' : '安排'}${period.label}${groupName}${kindName}`,
    why: isOver
      ? `${period.label}没有召开；${monthDay(deadline)}前补开计入${period.label}，之后补开注明逾期`
      : `${period.label}还没有安排，${monthDay(period.until)}前应召开`,
    clause,
    deadline,
    action: isOver ? '补开' : '去安排',
    to: `/meetings/new?kind=${kind}&month=${month}${group}`,
  }
}

/** One line for each kind and period that is over: how many branches did not keep it. */
function overBranches(lacking: readonly Lacking[]): Todo[] {
  const over = lacking.filter(({ cell }) => cell.state !== 'open')
  const groups = Map.groupBy(over, ({ kind, period }) => `${kind}:${period.key}`)
  return [...groups].flatMap(([key, some]) => {
    const [first] = some
    if (!first) return []
    const branches = new Set(some.map(({ organizationId }) => organizationId)).size
    return [
      {
        key: `meetings:${key}`,
        what: `督促 ${branches} 个支部补开${first.period.label}${first.kindName}`,
        why: `${first.period.label}没有召开，也没有补开`,
        clause: first.clause,
        deadline: addDays(first.period.until, first.makeUpDays),
        action: '看是哪些支部',
        to: `/meetings/frequency?kind=${first.kind}&missing=true`,
      },
    ]
  })
}
