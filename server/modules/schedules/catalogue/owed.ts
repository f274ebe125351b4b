import { addDays, dayOf, monthOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { kinds } from '../../activities/index.ts'
import type { MeetingKind } from '../../activities/index.ts'
import { boardOf, periodAt } from '../../meetings/index.ts'
import type { Branch } from '../../meetings/index.ts'
import { monthsOf, windowOf } from '../rules/lines.ts'
import type { OwedPeriod, Span } from '../rules/lines.ts'

type Asked = Span & {
  readonly path: string
  readonly branches: readonly Branch[]
  readonly now: Date
}

/** The periods of a span for a kind, and the one before it while it may be made up. */
function periodsIn({ frequency }: MeetingKind, span: Span): OwedPeriod[] {
  const { period: length } = frequency
  const months = monthsOf(span)
  const first = periodAt(span.from, length)
  const before = periodAt(monthOf(addDays(first.from, -1)), length)
  const all = [before, ...months.map((month) => periodAt(month, length))]
  return [...new Map(all.map((one) => [one.key, { ...one, length, makeUpDays: 0 }])).values()]
}

/** One entry for each meeting that is owed in these months and neither held nor planned. */
export async function owedIn(db: Reader, { path, branches, now, ...span }: Asked) {
  const today = dayOf(now)
  const board = await boardOf(db, {
    path,
    branches,
    kinds,
    periodsOf: (kind) => periodsIn(kind, span),
    months: {
      from: `${Number(span.from.slice(0, 4)) - 1}-01`,
      until: `${Number(span.until.slice(0, 4)) + 1}-12`,
    },
    now,
  })
  const branchOf = new Map(branches.map((branch) => [branch.id, branch]))
  let arranged = 0
  let later = 0
  const owed = board.flatMap(({ cells, ...row }) => {
    const kind = kinds.find(({ key }) => key === row.kind)
    const branch = branchOf.get(row.organizationId)
    if (!kind || !branch) return []
    const periods = periodsIn(kind, span)
    return cells.flatMap((cell) => {
      const found = periods.find(({ key }) => key === cell.period)
      if (!found || cell.state === 'none') return []
      const period = { ...found, makeUpDays: row.makeUpDays }
      const there = cell.held + cell.planned
      if (period.until >= today) arranged += Math.min(there, cell.needed)
      const short = cell.needed - there
      if (short <= 0) return []
      const window = windowOf(period, span, today)
      if (window === 'over') return []
      if (window === 'later') {
        later += short
        return []
      }
      return Array.from({ length: short }, (_, at) => ({
        ...row,
        ...window,
        branch,
        kind,
        period,
        at,
        key: [row.organizationId, kind.key, row.groupId ?? '', period.key, there + at].join('.'),
      }))
    })
  })
  return { owed, arranged, later }
}

export type Owed = Awaited<ReturnType<typeof owedIn>>['owed'][number]
