import { and, asc, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import type { MeetingKind } from '../../activities/index.ts'
import { posts } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { rulesBelow } from '../../rules/index.ts'

const branchKinds = ['branch', 'jointBranch', 'temporaryBranch'] as const

/** What the boards ask of a branch. */
const branchColumns = {
  id: organizations.id,
  unitId: organizations.unitId,
  kind: organizations.kind,
  name: organizations.name,
  path: organizations.path,
  foundedOn: organizations.foundedOn,
  dissolvedOn: organizations.dissolvedOn,
}
export type Branch = Pick<typeof organizations.$inferSelect, keyof typeof branchColumns>

/** The branches of a reach that stood at some time of these periods. */
export function isBranchIn(reach: Reach, from: Day) {
  return and(
    within(reach, organizations.path),
    inArray(organizations.kind, [...branchKinds]),
    or(isNull(organizations.dissolvedOn), gte(organizations.dissolvedOn, from)),
  )
}

/** The same by name, with no more of each than the boards ask. */
export async function branchesIn(db: Reader, reach: Reach, from: Day): Promise<Branch[]> {
  return db
    .select(branchColumns)
    .from(organizations)
    .where(isBranchIn(reach, from))
    .orderBy(asc(organizations.nameKey), asc(organizations.name))
}

type Group = { readonly groupId: string; readonly groupName: string }

async function groupsOf(db: Reader, branchIds: readonly string[]) {
  const rows = await db
    .select({
      groupId: organizations.id,
      groupName: organizations.name,
      branchId: organizations.parentId,
    })
    .from(organizations)
    .where(
      and(
        oneOf(organizations.parentId, branchIds),
        eq(organizations.kind, 'group'),
        isNull(organizations.dissolvedOn),
      ),
    )
    .orderBy(organizations.nameKey, organizations.name)
  return Map.groupBy(rows, ({ branchId }) => branchId)
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

export type Owing = {
  readonly path: string
  readonly branches: readonly Branch[]
  readonly kinds: readonly MeetingKind[]
  readonly now: Date
}

/** What each of these branches owes of these kinds, and on which clause; of groups, each its own. */
export async function owingIn(db: Reader, { path, branches, kinds, now }: Owing) {
  const today = dayOf(now)
  const ids = branches.map(({ id }) => id)
  const isAsked = (due: MeetingKind['due']) => kinds.some((kind) => kind.due === due)
  const groups = isAsked('group') ? await groupsOf(db, ids) : new Map<string, Group[]>()
  const committees = isAsked('committee') ? await withCommittee(db, ids, today) : new Set<string>()
  const keys = [...kinds.map(({ frequency }) => frequency.rule), 'meeting.makeup.days'] as const
  const rulesFor = await rulesBelow(db, keys, path)

  return (branch: Branch) => {
    const { id, name: organizationName, foundedOn: since, dissolvedOn: until } = branch
    const rules = rulesFor({ path: branch.path, day: today })
    const makeUpDays = rules['meeting.makeup.days'].value
    return kinds.flatMap((kind) => {
      const { value, clause, from: ruleFrom } = rules[kind.frequency.rule]
      const needed = kind.due !== 'committee' || committees.has(id) ? value : 0
      const owed = { needed, makeUpDays, today, since, until }
      const own = kind.due === 'group' ? (groups.get(id) ?? []) : [{ groupId: null, groupName: '' }]
      const common = { organizationId: id, organizationName, kind: kind.key, kindName: kind.name }
      const asked = { clause, ruleFrom, needed, makeUpDays }
      return own.map((place) => ({ kind, owed, line: { ...place, ...common, ...asked } }))
    })
  }
}
