import { contract } from '@zhixing/contract'
import { ownAct } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { finishItem, requireLesson } from '../index.ts'
import { isLiveOpen, startWords } from '../rules/library.ts'

/** Entering while it lasts is being there. */
export const join = ownAct(
  contract.courses.join,
  async ({ tx, now, actor }, { courseId, itemId }) => {
    const { item, memberId, learnerUnitId: unitId } = await requireLesson(tx, actor, itemId)
    const { startsAt, link, seconds } = item
    if (item.courseId !== courseId || !startsAt) throw missing('courses.itemUnknown')
    if (!isLiveOpen(startsAt, seconds, now))
      throw conflict('courses.liveClosed', { 时间: startWords(startsAt) })
    const { place, accountId: by } = actor
    const finished = { unitId, memberId, courseId, itemId, path: place.path, by, now }
    const { isNew, ...after } = await finishItem(tx, finished)
    return {
      value: { link, isCourseDone: after.isCourseDone },
      place,
      change: isNew ? { subject: `courseItem:${itemId}`, after } : 'none',
    }
  },
)
