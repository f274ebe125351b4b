import { and, asc, eq, inArray, like } from 'drizzle-orm'
import { yearOf } from '../../../../kernel/calendar.ts'
import type { Day } from '../../../../kernel/calendar.ts'
import type { Reader } from '../../../../kernel/db.ts'
import { members } from '../../../members/table.ts'
import { memberRoles } from '../../../roles/table.ts'
import type { Todo } from '../../rules/todo.ts'
import { someOf } from '../../rules/todo.ts'
import type { Place } from '../place.ts'

const clause = '在职党员定岗定责、无职党员设岗定责'
/** From the middle of November what was taken on is judged. */
const assessFrom = '11-15'

/** Claims that wait for the branch, and at the end of the year what is to be judged. */
export async function roleTodos({ db, today, organization, isBranch }: Place): Promise<Todo[]> {
  if (!isBranch) return []
  const year = yearOf(today)
  const rows = await db
    .select({ state: memberRoles.state, kind: memberRoles.kind, name: members.name })
    .from(memberRoles)
    .innerJoin(
      members,
      and(eq(members.unitId, memberRoles.unitId), eq(members.id, memberRoles.memberId)),
    )
    .where(
      and(
        like(memberRoles.path, `${organization.path}%`),
        eq(memberRoles.year, year),
        inArray(memberRoles.state, ['claimed', 'held']),
      ),
    )
    .orderBy(asc(members.nameKey), asc(members.id))
  const claimed = rows.filter(({ state }) => state === 'claimed')
  const held = today.slice(5) < assessFrom ? [] : rows.filter(({ state }) => state === 'held')
  return [
    ...some(claimed, {
      key: 'roles:claimed',
      what: `确认 ${claimed.length} 名党员认领的岗位`,
      why: `${someOf(claimed.map(({ name }) => name))}已认领志愿岗位，等支部同意`,
      deadline: null,
      action: '去确认',
      to: '/roles?kind=noPost&state=claimed',
    }),
    ...some(held, {
      key: 'roles:held',
      what: `评议 ${held.length} 项党员岗责`,
      why: `年底评议履行情况：${someOf(held.map(({ name }) => name))}`,
      deadline: `${year}-12-31`,
      action: '去评议',
      to: `/roles?kind=${held[0]?.kind ?? 'inPost'}&state=held`,
    }),
  ]
}

function some(rows: readonly unknown[], todo: Omit<Todo, 'clause'>): Todo[] {
  return rows.length === 0 ? [] : [{ ...todo, clause }]
}

type Somebody = { readonly unitId: string; readonly memberId: string; readonly day: Day }

/** What the branch asks somebody to answer for, until they have confirmed it. */
export async function rolesToAccept(
  db: Reader,
  { unitId, memberId, day }: Somebody,
): Promise<Todo[]> {
  const rows = await db
    .select()
    .from(memberRoles)
    .where(
      and(
        eq(memberRoles.unitId, unitId),
        eq(memberRoles.memberId, memberId),
        eq(memberRoles.year, yearOf(day)),
        eq(memberRoles.state, 'assigned'),
      ),
    )
  return rows.map(({ id, title, statement }) => ({
    key: `role:${id}`,
    what: `确认岗责：${title}`,
    why: statement,
    clause,
    deadline: null,
    action: '看岗责',
    to: '/roles',
  }))
}
