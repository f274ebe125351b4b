import type { Day } from '../../../kernel/calendar.ts'
import type { Task } from '../store/tasks.ts'

type Named = { readonly task: Task; readonly name: string; readonly organizationName: string }

export function taskRow({ task, name, organizationName }: Named, day: Day) {
  const { unitId, id: taskId, memberId, title, givenOn, dueOn, state, doneOn, report } = task
  const isLate = state === 'open' && dueOn < day
  const when = { givenOn, dueOn, doneOn, isLate }
  return {
    unitId,
    taskId,
    memberId,
    name,
    organizationName,
    title,
    state,
    report,
    ...when,
    version: task.version,
  }
}
