import { lastDayOf, monthOf } from '../../../../kernel/calendar.ts'
import type { Reader } from '../../../../kernel/db.ts'
import { arrearsFor } from '../../../dues/index.ts'
import { rollOf } from '../../../dues/index.ts'
import type { Todo } from '../../rules/todo.ts'
import { someOf } from '../../rules/todo.ts'
import type { Place } from '../place.ts'

const clause = '中组发〔2008〕3号党费收缴、使用和管理规定'

/** Whom a branch has to ask for dues, and for whom nothing was fixed yet. */
export async function duesTodos({ db, now, today, organization, isBranch, may }: Place) {
  if (!isBranch || !may('dues.record')) return []
  const people = await rollOf(db, { unitId: organization.unitId, path: organization.path, now })
  const unknown = people.filter(({ isFixed }) => !isFixed).map(({ name }) => name)
  const behind = people.filter(({ standing }) => standing.months > 0)
  const todos: Todo[] = []
  // A branch that has fixed nobody's base keeps its dues elsewhere.
  if (unknown.length > 0 && unknown.length < people.length && may('dues.settle'))
    todos.push({
      key: 'dues:unknown',
      what: `核定 ${String(unknown.length)} 名党员的党费基数`,
      why: `没有核定就算不出应交多少：${someOf(unknown)}`,
      clause,
      deadline: null,
      action: '去核定',
      to: '/dues',
    })
  if (behind.length > 0)
    todos.push({
      key: 'dues:behind',
      what: `收缴 ${String(behind.length)} 名党员欠交的党费`,
      why: someOf(behind.map(({ name, standing }) => `${name}（${String(standing.months)} 个月）`)),
      clause,
      deadline: lastDayOf(monthOf(today)),
      action: '看谁欠交',
      to: '/dues',
    })
  return todos
}

type Somebody = { readonly unitId: string; readonly memberId: string; readonly now: Date }

/** What somebody owes from months that have passed. */
export async function duesOwed(db: Reader, { unitId, memberId, now }: Somebody): Promise<Todo[]> {
  const standing = (await arrearsFor(db, { unitId, memberIds: [memberId], now })).get(memberId)
  if (!standing || standing.fen === 0) return []
  return [
    {
      key: 'dues:owed',
      what: `补交党费 ${(standing.fen / 100).toFixed(2)} 元`,
      why: standing.since ? `从 ${standing.since} 起没有交` : '以前的月份没有交齐',
      clause,
      deadline: null,
      action: '看我的党费',
      to: '/dues',
    },
  ]
}
