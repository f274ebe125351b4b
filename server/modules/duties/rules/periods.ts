import type { dutyRhythms, dutyStates } from '@zhixing/contract/duty-words.ts'
import { addMonths, lastDayOf, monthOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'

type Rhythm = keyof typeof dutyRhythms
export type State = keyof typeof dutyStates

export type Period = {
  readonly key: string
  readonly label: string
  readonly from: Day
  readonly dueOn: Day
}

const lengths: Readonly<Record<Rhythm, number>> = { year: 12, half: 6, quarter: 3, month: 1 }

/** The periods of a year in which a duty is owed: those that end while it is in force. */
export function periodsOf(
  {
    rhythm,
    from,
    until,
  }: { readonly rhythm: Rhythm; readonly from: Day; readonly until: Day | null },
  year: number,
): Period[] {
  const length = lengths[rhythm]
  return Array.from({ length: 12 / length }, (_, at) => {
    const first = addMonths(`${year}-01-01`, at * length)
    const dueOn = lastDayOf(monthOf(addMonths(first, length - 1)))
    return { ...named(rhythm, first, at + 1), from: first, dueOn }
  }).filter(({ dueOn }) => dueOn >= from && (until === null || dueOn < until))
}

function named(rhythm: Rhythm, first: Day, at: number): Pick<Period, 'key' | 'label'> {
  const year = first.slice(0, 4)
  if (rhythm === 'year') return { key: year, label: `${year}年` }
  if (rhythm === 'half') return { key: `${year}-H${at}`, label: at === 1 ? '上半年' : '下半年' }
  if (rhythm === 'quarter') return { key: `${year}-Q${at}`, label: `第${'一二三四'[at - 1]}季度` }
  return { key: monthOf(first), label: `${at}月` }
}

/** How one duty of one period stands on a day. */
export function stateOf(
  { from, dueOn }: Pick<Period, 'from' | 'dueOn'>,
  record: { readonly doneOn: Day; readonly returned: string | null } | undefined,
  day: Day,
): State {
  if (record && record.returned === null) return record.doneOn > dueOn ? 'late' : 'done'
  if (dueOn < day) return 'overdue'
  if (record) return 'returned'
  return from > day ? 'ahead' : 'due'
}

/** Not done although its day has come, or sent back. */
export function isOpen(state: State): boolean {
  return state === 'overdue' || state === 'returned' || state === 'due'
}
