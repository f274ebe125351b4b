import { contract } from '@zhixing/contract'
import type { ActivityKind } from '@zhixing/contract'
import { and, asc, eq } from 'drizzle-orm'
import { dayOf, monthOf } from '../../../kernel/calendar.ts'
import type { Month } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { view } from '../../../kernel/view.ts'
import { kinds, usualStart } from '../../activities/index.ts'
import { activities } from '../../activities/table.ts'
import { isBranch, narrowTo } from '../../organizations/index.ts'
import { periodAt } from '../rules/periods.ts'
import { boardOf, cellState } from './branches.ts'
import type { Branch } from './branches.ts'
import { rowOf, selectMeetings } from './rows.ts'

/** What a secretary has to hold this month, what is already there, and when the rest would usually be. */
export const showMonth = view(
  contract.meetings.month,
  async ({ db, now, reach }, { organizationId, month = monthOf(dayOf(now)) }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    if (!isBranch(organization.kind)) return { month, isBranch: false, owed: [], meetings: [] }

    const rows = await selectMeetings(db)
      .where(and(eq(activities.organizationId, organizationId), eq(activities.month, month)))
      .orderBy(asc(activities.startsAt))
    return {
      month,
      isBranch: true,
      owed: await owedIn(db, organization, { month, now }),
      meetings: rows.map((row) => rowOf(row, now)),
    }
  },
)

async function owedIn(db: Reader, branch: Branch, { month, now }: { month: Month; now: Date }) {
  const rows = await boardOf(db, {
    path: branch.path,
    branches: [branch],
    kinds,
    periodsOf: ({ frequency }) => [periodAt(month, frequency.period)],
    months: {
      from: monthOf(periodAt(month, 'quarter').from),
      until: monthOf(periodAt(month, 'quarter').until),
    },
    now,
  })
  const states = new Set(['open', 'makeUp', 'ahead'])
  return Promise.all(
    rows
      .filter(({ needed }) => needed > 0)
      .flatMap(({ cells: [cell], ...row }) => (cell ? [{ row, cell }] : []))
      .map(async ({ row, cell }) => ({
        kind: row.kind,
        kindName: row.kindName,
        groupId: row.groupId,
        groupName: row.groupName,
        clause: row.clause,
        cell: cellState(cell),
        suggestedAt: states.has(cell.state)
          ? await suggest(db, branch.id, { kind: row.kind, month, now })
          : null,
      })),
  )
}

type Wanted = { kind: ActivityKind; month: Month; now: Date }

async function suggest(db: Reader, organizationId: string, { kind, month, now }: Wanted) {
  const last = await usualStart(db, { organizationId, kind, month, now })
  return last.toISOString()
}
