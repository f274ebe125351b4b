import { contract } from '@zhixing/contract'
import type { Input } from '@zhixing/contract'
import {
  and,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  or,
  sql,
} from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { containing, holding } from '../../../kernel/search.ts'
import { view } from '../../../kernel/view.ts'
import { activities, closures } from '../../activities/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import type { MeetingState } from '../rules/frequency.ts'
import { inForce, isMeeting, rowOf, selectMeetings } from '../catalogue/rows.ts'

type Asked = Input<typeof contract.meetings.list>

export const listMeetings = view(contract.meetings.list, async ({ db, now, reach }, asked) => {
  const narrowed = await narrowTo(db, reach, asked.organizationId)
  const chosen = choose(narrowed.reach, asked, now)
  const { page, size } = asked
  const rows = await selectMeetings(db)
    .where(chosen)
    .orderBy(desc(activities.startsAt), desc(activities.id))
    .limit(size)
    .offset((page - 1) * size)
  const all = db
    .select({ total: count() })
    .from(activities)
    .innerJoin(organizations, eq(organizations.id, activities.organizationId))
    .$dynamic()
  const [sum] = await (asksForClosing(asked) ? all.leftJoin(closures, inForce()) : all).where(
    chosen,
  )
  return { rows: rows.map((row) => rowOf(row, now)), total: sum?.total ?? 0 }
})

function choose(reach: Reach, { kinds, states, from, until, text, onlyLate }: Asked, now: Date) {
  return and(
    within(reach, organizations.path),
    isMeeting(),
    kinds.length > 0 ? inArray(activities.kind, kinds) : undefined,
    states.length > 0 ? or(...states.map((state) => isIn(state, now))) : undefined,
    from ? gte(activities.month, from) : undefined,
    until ? lte(activities.month, until) : undefined,
    text === ''
      ? undefined
      : or(holding([activities.title, activities.place], text), isHeldBy(text)),
    onlyLate ? eq(closures.isLate, true) : undefined,
  )
}

/** Asked for first and by itself, so that the meetings of those who are called so are found by an index. */
function isHeldBy(text: string): SQL {
  return sql`${activities.organizationId} = any(array(
    select called.id from ${organizations} as called where called.name ilike ${containing(text)}))`
}

/** Looking for the closing of each is most of the work of counting them. */
function asksForClosing({ states, onlyLate }: Asked): boolean {
  return states.length > 0 || onlyLate
}

/** The same states as `meetingState` gives, asked of the database. */
function isIn(state: MeetingState, now: Date): SQL | undefined {
  if (state === 'cancelled') return isNotNull(activities.cancelledAt)
  const isOn = isNull(activities.cancelledAt)
  if (state === 'closed') return and(isOn, isNotNull(closures.id))
  const isOpen = and(isOn, isNull(closures.id))
  if (state === 'begun') return and(isOpen, lte(activities.startsAt, now))
  const isAhead = and(isOpen, gt(activities.startsAt, now))
  return and(
    isAhead,
    state === 'called' ? isNotNull(activities.calledAt) : isNull(activities.calledAt),
  )
}
