import { contract } from '@zhixing/contract'
import type { ActivityKind } from '@zhixing/contract'
import { and, asc, between, eq, inArray, isNull } from 'drizzle-orm'
import { dayOf, monthOf, startOf } from '../../../kernel/calendar.ts'
import type { Month } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { view } from '../../../kernel/view.ts'
import { kindOf, kinds, occasionsIn, usualStart } from '../../activities/index.ts'
import { activities } from '../../activities/table.ts'
import { isBranch, narrowTo } from '../../organizations/index.ts'
import { periodAt } from '../rules/periods.ts'
import { boardOf, cellState } from '../catalogue/board.ts'
import type { Branch } from '../catalogue/owing.ts'
import { isMeeting, rowOf, selectMeetings } from '../catalogue/rows.ts'

/** What is owed once a year is usually held in its last quarter, and not asked for before. */
const yearsEnd = '10'

/** What a secretary has to hold this month, what is already there, and when the rest would usually be. */
export const showMonth = view(
  contract.meetings.month,
  async ({ db, now, reach }, { organizationId, month = monthOf(dayOf(now)) }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    if (!isBranch(organization.kind))
      return { month, isBranch: false, owed: [], meetings: [], occasions: [] }

    const rows = await selectMeetings(db)
      .where(
        and(
          isMeeting(),
          eq(activities.organizationId, organizationId),
          eq(activities.month, month),
        ),
      )
      .orderBy(asc(activities.startsAt))
    return {
      month,
      isBranch: true,
      owed: await owedIn(db, organization, { month, now }),
      meetings: rows.map((row) => rowOf(row, now)),
      occasions: await occasionStates(db, organizationId, month),
    }
  },
)

async function owedIn(db: Reader, branch: Branch, { month, now }: { month: Month; now: Date }) {
  const rows = await boardOf(db, {
    path: branch.path,
    branches: [branch],
    kinds,
    periodsOf: ({ frequency }) => [periodAt(month, frequency.period)],
    months: { from: `${month.slice(0, 4)}-01`, until: `${month.slice(0, 4)}-12` },
    now,
  })
  const states = new Set(['open', 'makeUp', 'ahead'])
  const isYearsEnd = month.slice(5) >= yearsEnd
  return Promise.all(
    rows
      .filter(({ needed }) => needed > 0)
      .flatMap(({ cells: [cell], ...row }) => (cell ? [{ row, cell }] : []))
      .filter(({ row, cell }) => isYearsEnd || cell.meetings.length > 0 || !isYearly(row.kind))
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

function isYearly(kind: ActivityKind): boolean {
  return kindOf(kind).frequency.period === 'year'
}

/** The days to commemorate, each with the activity that was planned from it, whatever month that counts for. */
async function occasionStates(db: Reader, organizationId: string, month: Month) {
  const days = occasionsIn(month)
  if (days.length === 0) return []
  const near = { from: new Date(startOf(`${month}-01`).getTime() - 31 * 86_400_000) }
  const rows = await db
    .select()
    .from(activities)
    .where(
      and(
        eq(activities.organizationId, organizationId),
        inArray(
          activities.occasion,
          days.map(({ key }) => key),
        ),
        between(activities.startsAt, near.from, new Date(near.from.getTime() + 93 * 86_400_000)),
        isNull(activities.cancelledAt),
      ),
    )
  return days.map(({ key, name, day, idea, source }) => {
    const found = rows.find(({ occasion }) => occasion === key)
    const planned = found
      ? { unitId: found.unitId, activityId: found.id, title: found.title }
      : null
    return { key, name, day, idea, source, planned }
  })
}

type Wanted = { kind: ActivityKind; month: Month; now: Date }

async function suggest(db: Reader, organizationId: string, { kind, month, now }: Wanted) {
  const last = await usualStart(db, { organizationId, kind, month, now })
  return last.toISOString()
}
