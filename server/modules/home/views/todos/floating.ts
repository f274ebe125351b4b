import { and, asc, eq, like } from 'drizzle-orm'
import { readLedger } from '../../../floating/views/read-ledger.ts'
import { floatingCheckIns } from '../../../floating/table.ts'
import { members } from '../../../members/table.ts'
import { organizations } from '../../../organizations/table.ts'
import type { Todo } from '../../rules/todo.ts'
import { someOf } from '../../rules/todo.ts'
import type { Place } from '../place.ts'
import { monthDay } from '../../../../kernel/words.ts'

/** Who is away and has not been spoken to in time: it is for the branch to ring them, not for those above. */
export async function overdueContacts({ db, now, organization, isBranch }: Place): Promise<Todo[]> {
  if (!isBranch) return []
  const { path } = organization
  const rows = await readLedger({ db, now }, path, like(organizations.path, `${path}%`))
  const late = rows
    .filter(({ contact, lostSince }) => contact.isOverdue && lostSince === null)
    .toSorted((one, other) => one.contact.dueOn.localeCompare(other.contact.dueOn))
  const [first] = late
  if (!first) return []
  return [
    {
      key: 'floatingContact',
      what: `联系 ${late.length} 名流动党员`,
      why: `${someOf(late.map(({ name }) => name))}超过联系间隔，最早 ${monthDay(first.contact.dueOn)} 应联系`,
      clause: first.contact.clause,
      deadline: first.contact.dueOn,
      action: '看名单',
      to: '/floating?show=overdue',
    },
  ]
}

/** Who has reported here and waits for an answer. */
export async function waitingCheckIns({ db, organization, isBranch }: Place): Promise<Todo[]> {
  if (!isBranch) return []
  const rows = await db
    .select({ name: members.name })
    .from(floatingCheckIns)
    .innerJoin(
      members,
      and(eq(members.unitId, floatingCheckIns.unitId), eq(members.id, floatingCheckIns.memberId)),
    )
    .where(
      and(
        like(floatingCheckIns.path, `${organization.path}%`),
        eq(floatingCheckIns.state, 'reported'),
      ),
    )
    .orderBy(asc(floatingCheckIns.reportedAt))
  if (rows.length === 0) return []
  return [
    {
      key: 'checkIn',
      what: `接收 ${rows.length} 名流动党员报到`,
      why: `${someOf(rows.map(({ name }) => name))}已向本支部报到，等待接收`,
      clause: '《关于进一步加强和改进流动党员管理工作的意见》',
      deadline: null,
      action: '去接收',
      to: '/floating/incoming',
    },
  ]
}
