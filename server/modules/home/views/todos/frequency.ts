import { addDays, monthOf } from '../../../../kernel/calendar.ts'
import type { Day } from '../../../../kernel/calendar.ts'
import { monthDay } from '../../../../kernel/words.ts'
import { kindOf, kinds } from '../../../activities/index.ts'
import type { MeetingKind } from '../../../activities/index.ts'
import { branchesIn, periodAt, portionsOf, statesOf } from '../../../meetings/index.ts'
import type { Branch, Period } from '../../../meetings/index.ts'
import type { Todo } from '../../rules/todo.ts'
import type { Place } from '../place.ts'

/** How long before its end a period in which nothing is planned yet becomes something to do. */
const noticeDays = { month: 21, quarter: 21, year: 75 }
/** A year that was not kept is not told of all through the next. */
const toldDays = 92

/** Meetings that a period demands and that are neither held nor planned: this period's, and the one before. */
export async function missingMeetings(place: Place): Promise<Todo[]> {
  const { db, today, organization } = place
  if (place.isBranch) {
    const lacking = await lackingIn(place, [organization])
    return lacking.map((one) => todoOf(one, today))
  }
  const sums = new Map<string, Sum>()
  const branches = await branchesIn(db, [organization.path], today)
  for (const portion of portionsOf(branches)) addTo(sums, await lackingIn(place, portion))
  return [...sums].map(overBranches)
}

async function lackingIn({ db, now, today, organization }: Place, branches: readonly Branch[]) {
  const month = monthOf(today)
  const periods = new Map(
    kinds.map(({ key, frequency }) => {
      const current = periodAt(month, frequency.period)
      return [key, [periodAt(monthOf(addDays(current.from, -1)), frequency.period), current]]
    }),
  )
  const periodsOf = ({ key }: MeetingKind) => periods.get(key) ?? []
  const rows = await statesOf(db, { path: organization.path, branches, kinds, periodsOf, now })
  return rows.flatMap(({ cells, ...row }) =>
    cells.flatMap(({ state, period: at }) => {
      const { frequency } = kindOf(row.kind)
      const period = periods.get(row.kind)?.find(({ key }) => key === at)
      return period && isDue(state, { ...period, ...frequency }, today)
        ? [{ ...row, state, period }]
        : []
    }),
  )
}

type Lacking = Awaited<ReturnType<typeof lackingIn>>[number]

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

type Sum = { readonly first: Lacking; readonly branches: number }

/** How many branches did not keep which period of which kind; no branch is in two portions. */
function addTo(sums: Map<string, Sum>, lacking: readonly Lacking[]): void {
  const over = lacking.filter(({ state }) => state !== 'open')
  for (const [key, some] of Map.groupBy(over, ({ kind, period }) => `${kind}:${period.key}`)) {
    const branches = new Set(some.map(({ organizationId }) => organizationId)).size
    const before = sums.get(key)
    const first = before?.first ?? some[0]
    if (first) sums.set(key, { first, branches: (before?.branches ?? 0) + branches })
  }
}

/** One line for each kind and period that is over. */
function overBranches([key, { first, branches }]: [string, Sum]): Todo {
  return {
    key: `meetings:${key}`,
    what: `督促 ${branches} 个支部补开${first.period.label}${first.kindName}`,
    why: `${first.period.label}没有召开，也没有补开`,
    clause: first.clause,
    deadline: addDays(first.period.until, first.makeUpDays),
    action: '看是哪些支部',
    to: `/meetings/frequency?kind=${first.kind}&missing=true`,
  }
}
