import { contract } from '@zhixing/contract'
import { ageBands } from '@zhixing/contract/course-words.ts'
import { ownAct } from '../../../kernel/act.ts'
import type { OwnScene } from '../../../kernel/act.ts'
import { dayOf, yearsBetween } from '../../../kernel/calendar.ts'
import { conflict } from '../../../kernel/problem.ts'
import { hasBegun, requireCourse } from '../../courses/index.ts'
import type { OwnedCourse } from '../../courses/index.ts'
import { sendNotice } from '../../notices/index.ts'
import { rulesAt } from '../../rules/index.ts'
import { bandOf, ratingKeys, summaryOf, verdictOf } from '../rules.ts'
import { countRatings, findRatings, keepNote, keepRating } from '../store.ts'

/** Who has learnt from it says what it was worth; its keeper is told once when enough find it poor. */
export const rate = ownAct(contract.remarks.rate, async (scene, { courseId, stars, text }) => {
  const { tx, now, actor } = scene
  const { memberId, unitId, place } = actor
  if (!memberId) throw conflict('courses.membersOnly')
  const found = await requireCourse(tx, actor, courseId)
  if (!(await hasBegun(tx, { unitId, memberId }, courseId))) throw conflict('remarks.empty')
  await keepRating(tx, { unitId, memberId, courseId, stars, text, at: now })
  await warn(scene, found)
  return { value: {}, place, change: { subject: `course:${courseId}`, after: { stars } } }
})

async function warn({ tx, now }: OwnScene, { course, unitId, path }: OwnedCourse) {
  const day = dayOf(now)
  const limits = await rulesAt(tx, ratingKeys, { path, day })
  const { isLow, points, count } = verdictOf(await countRatings(tx, course.id), limits)
  if (!isLow) return
  const ratings = (await findRatings(tx, course.id)).map(({ stars, bornOn }) => ({
    stars,
    band: bandOf(yearsBetween(bornOn, day)),
  }))
  const { bands } = summaryOf(ratings, limits)
  await sendNotice(tx, {
    unitId,
    path,
    key: `courseLow:${course.id}:${course.version}`,
    kind: 'course',
    from: '课程评价',
    fromId: course.createdBy,
    title: `课程评分偏低：${course.title}`,
    body: `${count} 人评价，平均 ${points ?? 0} 分，低于 ${limits['course.rating.low'].value} 分。各年龄段：${bandWords(bands)}。请看意见，改进后重新发布。`,
    link: `/courses?open=${course.id}`,
    personIds: [course.keeperId],
    now,
  })
}

/** Whom it does not reach: the lowest first. */
function bandWords(bands: ReturnType<typeof summaryOf>['bands']): string {
  return bands
    .toSorted((one, other) => one.points - other.points)
    .map(({ band, count, points }) => `${ageBands[band]} ${points} 分（${count} 人）`)
    .join('，')
}

export const note = ownAct(
  contract.remarks.note,
  async ({ tx, now, actor }, { noteId, courseId, itemId, atSeconds, text }) => {
    const { memberId, unitId, place } = actor
    if (!memberId) throw conflict('courses.membersOnly')
    await requireCourse(tx, actor, courseId)
    const row = { id: noteId, unitId, memberId, courseId, itemId, atSeconds, text, at: now }
    const isNew = await keepNote(tx, row)
    // Their own words for themself: the trace says that there was a note, not what it said.
    const change = isNew ? { subject: `course:${courseId}` } : ('none' as const)
    return { value: {}, place, change }
  },
)
