import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict, forbidden } from '../../../kernel/problem.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { refuseCredit } from '../rules/library.ts'
import { holdEditable, holdIn } from '../steps/hold.ts'
import { changeCourse, itemsOf } from '../store/library.ts'

/** Whole, and worth no more than it lasts: then somebody else looks at it. */
export const submit = act(contract.courses.submit, async ({ tx, actor, reach }, { courseId }) => {
  const { course, place } = await holdEditable(tx, reach, courseId)
  const items = await itemsOf(tx, [courseId])
  if (items.length === 0) throw conflict('courses.empty')
  const excess = refuseCredit(
    course.creditMinutes,
    items.map(({ seconds }) => seconds),
  )
  if (excess)
    throw conflict('courses.tooMuchCredit', {
      学时: excess.creditMinutes,
      长度: excess.lengthMinutes,
    })
  const state = 'inReview' as const
  await changeCourse(tx, courseId, { state, submittedBy: actor.accountId, reason: '' })
  const subject = `course:${courseId}`
  return { value: { state }, place, change: { subject, before: course, after: { state } } }
})

/** Two pairs of eyes: who handed it in does not release it. */
export const decide = act(
  contract.courses.decide,
  async ({ tx, now, actor, reach }, { courseId, outcome, reason }) => {
    const asked = { states: ['inReview'], verb: '审核' } as const
    const { course, place } = await holdIn(tx, reach, courseId, asked)
    const isOwn = course.submittedBy === actor.accountId || course.authorId === actor.personId
    if (isOwn) throw forbidden('courses.ownWork')
    const isReturned = outcome === 'return'
    if (isReturned && reason === '') throw conflict('courses.reasonMissing')
    const share = reachOf(actor.appointments, 'courses.share')
    if (!isReturned && course.scope === 'all' && !covers(share, place.path))
      throw forbidden('courses.shareAbove')

    const state = isReturned ? ('returned' as const) : ('published' as const)
    const after = { state, reason, ...(isReturned ? {} : { publishedAt: now }) }
    await changeCourse(tx, courseId, after)
    const subject = `course:${courseId}`
    return { value: { state }, place, change: { subject, before: course, after } }
  },
)

/** Nobody begins it any more; what was learnt stays. */
export const withdraw = act(
  contract.courses.withdraw,
  async ({ tx, reach }, { courseId, reason }) => {
    const asked = { states: ['published'], verb: '下架' } as const
    const { course, place } = await holdIn(tx, reach, courseId, asked)
    const after = { state: 'withdrawn', reason } as const
    await changeCourse(tx, courseId, after)
    return { value: {}, place, change: { subject: `course:${courseId}`, before: course, after } }
  },
)
