import { and, gte, inArray, lte, or, sql } from 'drizzle-orm'
import type { Month } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { kinds } from '../../activities/index.ts'
import type { MeetingKind } from '../../activities/index.ts'
import { activities, closures } from '../../activities/table.ts'
import { cellOf } from '../rules/frequency.ts'
import type { Period } from '../rules/periods.ts'
import { owingIn } from './owing.ts'
import type { Owing } from './owing.ts'
import { meetingOf, selectForBoard } from './rows.ts'

type Scope = Owing & {
  readonly periodsOf: (kind: MeetingKind) => readonly Period[]
  readonly months: { readonly from: Month; readonly until: Month }
}

/** For each branch and kind, and for each group where groups meet, what became of each period. */
export async function boardOf(db: Reader, scope: Scope) {
  const ids = scope.branches.map(({ id }) => id)
  const linesOf = await owingIn(db, scope)
  const found = await findMeetings(db, ids, scope)

  return scope.branches.flatMap((branch) => {
    const rows = found.get(branch.id) ?? []
    const all = rows.map((row) => meetingOf(row, scope.now))
    return linesOf(branch).map(({ kind, owed, line }) => {
      const own = rows
        .filter(({ activity }) => activity.kind === kind.key)
        .filter(({ activity }) => !line.groupId || activity.groupId === line.groupId)
        .map((row) => meetingOf(row, scope.now))
      const periods = scope.periodsOf(kind)
      return { ...line, cells: periods.map((period) => cellOf(period, { own, all }, owed)) }
    })
  })
}

async function findMeetings(db: Reader, ids: readonly string[], { months, kinds: scoped }: Scope) {
  const asked = scoped.map(({ key }) => key)
  const rows = await selectForBoard(db).where(
    and(
      oneOf(activities.organizationId, ids),
      gte(activities.month, months.from),
      lte(activities.month, months.until),
      // Of what is not asked, only what may have been written down in a heap with it.
      asked.length === kinds.length
        ? undefined
        : or(
            inArray(activities.kind, asked),
            sql`${closures.closedAt} > ${activities.startsAt} + interval '7 days'`,
          ),
    ),
  )
  return Map.groupBy(rows, ({ activity }) => activity.organizationId)
}

/** As the contract has them: moments in text. */
export function cellState(cell: ReturnType<typeof cellOf>) {
  return {
    ...cell,
    remarks: [...cell.remarks],
    meetings: cell.meetings.map((meeting) => ({
      ...meeting,
      startsAt: meeting.startsAt.toISOString(),
    })),
  }
}
