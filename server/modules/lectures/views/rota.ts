import { contract } from '@zhixing/contract'
import { and, asc, between, eq, isNull } from 'drizzle-orm'
import { dayOf, monthOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { view } from '../../../kernel/view.ts'
import { activities, closureInForce, closures } from '../../activities/table.ts'
import { isBranch, narrowTo } from '../../organizations/index.ts'
import { findCandidates } from '../catalogue/candidates.ts'
import { monthsOf } from '../rules.ts'
import { findTurns } from '../store.ts'

/** Month by month: whose turn it is, what came of it, and who comes next. */
export const showRota = view(
  contract.lectures.rota,
  async ({ db, now, reach }, { organizationId, year }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    if (!isBranch(organization.kind)) return { isBranch: false, months: [], candidates: [] }
    const months = monthsOf(year)
    const span = { from: months[0] ?? '', until: months.at(-1) ?? '' }
    const turns = await findTurns(db, organizationId, span)
    const lectures = await lecturesOf(db, organizationId, { ...span, now })
    const candidates = await findCandidates(db, organizationId, now)
    return {
      isBranch: true,
      months: months.map((month) => {
        const turn = turns.find((one) => one.month === month)
        return {
          month,
          isPast: month < monthOf(dayOf(now)),
          turn: turn ? { memberId: turn.memberId, name: turn.name } : null,
          lecture: lectures.find((one) => one.month === month) ?? null,
        }
      }),
      candidates,
    }
  },
)

type Span = { readonly from: string; readonly until: string; readonly now: Date }

async function lecturesOf(db: Reader, organizationId: string, { from, until, now }: Span) {
  const rows = await db
    .select({ activity: activities, closedAt: closures.closedAt })
    .from(activities)
    .leftJoin(closures, closureInForce)
    .where(
      and(
        eq(activities.organizationId, organizationId),
        eq(activities.kind, 'lecture'),
        isNull(activities.cancelledAt),
        between(activities.month, from, until),
      ),
    )
    .orderBy(asc(activities.startsAt))
  return rows.map(({ activity, closedAt }) => ({
    month: activity.month,
    unitId: activity.unitId,
    activityId: activity.id,
    title: activity.title,
    lecturerName: activity.lecturerName,
    state: stateOf({ closedAt, calledAt: activity.calledAt, hasBegun: activity.startsAt <= now }),
  }))
}

type Facts = {
  readonly closedAt: Date | null
  readonly calledAt: Date | null
  readonly hasBegun: boolean
}

function stateOf({ closedAt, calledAt, hasBegun }: Facts) {
  if (closedAt) return 'closed' as const
  if (hasBegun) return 'begun' as const
  return calledAt ? ('called' as const) : ('planned' as const)
}
