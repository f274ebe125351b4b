import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { missing } from '../../../kernel/problem.ts'
import { requireLive } from '../../organizations/index.ts'
import { refuseForm } from '../steps/form.ts'
import { findCourse, keepCourse } from '../store/library.ts'

/** A draft that nobody outside the organization's own reach sees. */
export const create = act(
  contract.courses.create,
  async ({ tx, now, actor, reach }, { courseId, organizationId, ...form }) => {
    refuseForm(form)
    const { unitId, path } = await requireLive(tx, reach, organizationId)
    const place = { unitId, path }
    const row = {
      ...form,
      id: courseId,
      organizationId,
      state: 'draft',
      createdBy: actor.accountId,
      keeperId: actor.personId,
      createdAt: now,
    } as const
    if (!(await keepCourse(tx, row))) {
      const known = await findCourse(tx, courseId)
      if (known?.course.organizationId !== organizationId) throw missing('courses.unknown')
      return { value: { courseId }, place, change: 'none' }
    }
    return { value: { courseId }, place, change: { subject: `course:${courseId}`, after: row } }
  },
)
