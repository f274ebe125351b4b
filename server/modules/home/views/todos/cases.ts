import { waitingBelow } from '../../../procedures/views/waiting.ts'
import type { Todo } from '../../rules/todo.ts'
import type { Place } from '../place.ts'

/** What was put forward and waits for this reader's decision. */
export async function waitingCases({ db, actor, organization, today }: Place): Promise<Todo[]> {
  const rows = await waitingBelow(db, actor, organization.path, today)
  return rows.map(({ case: one, organizationName }) => ({
    key: `case:${one.id}`,
    what: `${one.steps.find(({ key }) => key === one.step)?.name ?? one.name}：${one.title}`,
    why: `${organizationName}的${one.startedByName}提出`,
    clause: one.name,
    deadline: one.dueOn,
    action: '办理',
    to: one.page,
  }))
}
