import { and, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Day, Month } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { kinds } from '../../activities/index.ts'
import type { MeetingKind } from '../../activities/index.ts'
import { activities, closures } from '../../activities/table.ts'
import { posts } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { rulesBelow } from '../../rules/index.ts'
import { cellOf } from '../rules/frequency.ts'
import type { Period } from '../rules/periods.ts'
import { meetingOf, selectForBoard } from './rows.ts'

const branchKinds = ['branch', 'jointBranch', 'temporaryBranch'] as const

export type Branch = typeof organizations.$inferSelect
type Group = {
  readonly groupId: string
  readonly groupName: string
  readonly branchId: string
}

/** The branches of a reach that stood at some time of these periods. */
export function isBranchIn(reach: Reach, from: Day) {
  return and(
    within(reach, organizations.path),
    inArray(organizations.kind, [...branchKinds]),
    or(isNull(organizations.dissolvedOn), gte(organizations.dissolvedOn, from)),
  )
}

async function groupsOf(db: Reader, branchIds: readonly string[]): Promise<Group[]> {
  const rows = await db
    .select()
    .from(organizations)
    .where(
      and(
        oneOf(organizations.parentId, branchIds),
        eq(organizations.kind, 'group'),
        isNull(organizations.dissolvedOn),
      ),
    )
    .orderBy(organizations.nameKey, organizations.name)
  return rows.map((row) => ({
    groupId: row.id,
    groupName: row.name,
    branchId: row.parentId ?? '',
  }))
}

/** Branches with a committee of their own: whoever has none holds no committee meetings. */
async function withCommittee(
  db: Reader,
  branchIds: readonly string[],
  day: Day,
): Promise<Set<string>> {
  const rows = await db
    .select({ id: posts.organizationId })
    .from(posts)
    .where(
      and(
        oneOf(posts.organizationId, branchIds),
        sql`${posts.post} not in ('groupLeader', 'firstSecretary')`,
        lte(posts.from, day),
        or(isNull(posts.until), gte(posts.until, day)),
      ),
    )
    .groupBy(posts.organizationId)
    .having(sql`count(distinct ${posts.memberId}) >= 3`)
  return new Set(rows.map(({ id }) => id))
}

type Scope = {
  readonly path: string
  readonly branches: readonly Branch[]
  readonly kinds: readonly MeetingKind[]
  readonly periodsOf: (kind: MeetingKind) => readonly Period[]
  readonly months: { readonly from: Month; readonly until: Month }
  readonly now: Date
}

/** For each branch and kind, and for each group where groups meet, what became of each period. */
export async function boardOf(db: Reader, scope: Scope) {
  const today = dayOf(scope.now)
  const ids = scope.branches.map(({ id }) => id)
  const groups = await groupsOf(db, ids)
  const committees = await withCommittee(db, ids, today)
  const keys = [...kinds.map(({ frequency }) => frequency.rule), 'meeting.makeup.days'] as const
  const rulesFor = await rulesBelow(db, keys, scope.path)
  const found = await findMeetings(db, ids, scope)

  return scope.branches.flatMap((branch) => {
    const rules = rulesFor({ path: branch.path, day: today })
    const rows = found.get(branch.id) ?? []
    const all = rows.map((row) => meetingOf(row, scope.now))
    return scope.kinds.flatMap((kind) => {
      const { value, clause, from } = rules[kind.frequency.rule]
      const isOwed = kind.due !== 'committee' || committees.has(branch.id)
      const makeUpDays = rules['meeting.makeup.days'].value
      const { foundedOn: since, dissolvedOn: until } = branch
      const owed = { needed: isOwed ? value : 0, makeUpDays, today, since, until }
      return placesOf(kind, branch, groups).map((place) => {
        const own = rows
          .filter(({ activity }) => activity.kind === kind.key)
          .filter(({ activity }) => !place.groupId || activity.groupId === place.groupId)
          .map((row) => meetingOf(row, scope.now))
        return {
          ...place,
          organizationId: branch.id,
          organizationName: branch.name,
          kind: kind.key,
          kindName: kind.name,
          clause,
          ruleFrom: from,
          needed: owed.needed,
          makeUpDays,
          cells: scope.periodsOf(kind).map((period) => cellOf(period, { own, all }, owed)),
        }
      })
    })
  })
}

/** The branch itself, or each of its groups where the kind is held by groups. */
function placesOf(kind: MeetingKind, { id }: Branch, groups: readonly Group[]) {
  if (kind.due !== 'group') return [{ groupId: null, groupName: '' }]
  return groups
    .filter(({ branchId }) => branchId === id)
    .map(({ groupId, groupName }) => ({ groupId, groupName }))
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
