import { courseStates } from '@zhixing/contract/course-words.ts'
import type { Db } from '../../../kernel/db.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { isEditable } from '../rules/library.ts'
import type { State } from '../rules/library.ts'
import { lockCourse } from '../store/library.ts'

/** The course, held still, in one of the states in which this may be done to it. */
export async function holdIn(
  tx: Db,
  reach: Reach,
  courseId: string,
  { states, verb }: { readonly states: readonly State[]; readonly verb: string },
) {
  const found = await lockCourse(tx, reach, courseId)
  if (!found) throw missing('courses.unknown')
  const { course, unitId, path } = found
  if (!states.includes(course.state))
    throw conflict('courses.state', { 状态: courseStates[course.state], 动作: verb })
  return { course, place: { unitId, path } }
}

/** The course, held still, while nobody reviews it or learns from it. */
export async function holdEditable(tx: Db, reach: Reach, courseId: string) {
  const states = (['draft', 'producing', 'returned', 'withdrawn'] as const).filter(isEditable)
  return holdIn(tx, reach, courseId, { states, verb: '修改' })
}
