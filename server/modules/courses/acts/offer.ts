import { contract } from '@zhixing/contract'
import { ownAct } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { isFor } from '../rules/library.ts'
import { madeOf } from '../steps/content.ts'
import { putForward } from '../steps/submit.ts'
import { beginCourse } from '../store/learners.ts'
import { findCourse, keepCourse, keepItem } from '../store/library.ts'
import { newId } from '../../../kernel/ids.ts'

/** A short lesson of a member's own: looked at by those above, and from then on everybody's. */
export const offer = ownAct(
  contract.courses.offer,
  async (scene, { courseId, title, summary, category, content }) => {
    const { tx, now, actor } = scene
    const { memberId, unitId, place, accountId, name } = actor
    if (!memberId) throw conflict('courses.membersOnly')
    const organizationId = place.path.split('/').at(-2) ?? ''
    const about = { title, summary, category, organizationId, authorName: name, authorId: memberId }
    const row = {
      ...about,
      id: courseId,
      genre: 'micro',
      tags: [],
      scope: 'own',
      level: 'branch',
      creditMinutes: 0,
      watchPercent: 90,
      state: 'draft',
      createdBy: accountId,
      createdAt: now,
      keeperId: memberId,
    } as const
    if (!(await keepCourse(tx, row))) {
      const known = await findCourse(tx, courseId)
      if (known?.course.authorId !== memberId) throw missing('courses.unknown')
      return { value: { state: known.course.state }, place, change: 'none' }
    }
    const subject = `course:${courseId}`
    const made = await madeOf(scene, content, { subject, path: place.path })
    const item = { ...made, id: newId(), courseId, kind: content.kind, title, createdAt: now }
    await keepItem(tx, item)
    const found = await findCourse(tx, courseId)
    if (!found) throw missing('courses.unknown')
    const state = await putForward(scene, found.course, { unitId, path: place.path })
    return { value: { state }, place, change: { subject, after: row } }
  },
)

/** From the menu into one's own list. */
export const choose = ownAct(contract.courses.choose, async ({ tx, now, actor }, { courseId }) => {
  const { memberId, unitId, place } = actor
  if (!memberId) throw conflict('courses.membersOnly')
  const found = await findCourse(tx, courseId)
  const isThere =
    found?.course.state === 'published' &&
    isFor({ scope: found.course.scope, path: found.path }, place.path)
  if (!isThere) throw missing('courses.unknown')
  const isNew = await beginCourse(tx, { unitId, memberId, courseId, now })
  const change = isNew ? { subject: `course:${courseId}` } : ('none' as const)
  return { value: {}, place, change }
})
