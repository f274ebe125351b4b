import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { refuseForm } from '../steps/form.ts'
import { holdEditable } from '../steps/hold.ts'
import { changeCourse } from '../store/library.ts'

export const change = act(
  contract.courses.change,
  async ({ tx, reach }, { courseId, version, ...form }) => {
    const { course, place } = await holdEditable(tx, reach, courseId)
    if (course.version !== version) throw conflict('input.stale')
    refuseForm(form)
    const next = version + 1
    await changeCourse(tx, courseId, { ...form, version: next })
    return {
      value: { version: next },
      place,
      change: { subject: `course:${courseId}`, before: course, after: form },
    }
  },
)
