import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { findCircle } from '../store/people.ts'
import { findGroup } from '../store/started.ts'
import type { Task } from '../store/started.ts'

/** Whom a task is for today; a group that was dissolved leaves everybody who is away from there. */
export async function circleOf(db: Reader, task: Task, day: Day) {
  const { unitId, path, groupId } = task
  const group = groupId === null ? undefined : await findGroup(db, [path], { unitId, id: groupId })
  return findCircle(db, { path, destination: group?.destination ?? '' }, day)
}
