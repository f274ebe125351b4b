import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { forbidden } from '../../../kernel/problem.ts'
import { decideCase } from '../../procedures/index.ts'
import { stateAfter } from '../rules/library.ts'
import { holdEditable, holdIn } from '../steps/hold.ts'
import { putForward, requireWhole } from '../steps/submit.ts'
import { changeCourse } from '../store/library.ts'
import type { Course } from '../store/library.ts'

/** Whole, and worth no more than it lasts: then somebody else looks at it. A film begins with its topic. */
export const submit = act(contract.courses.submit, async (scene, { courseId }) => {
  const { course, place } = await holdEditable(scene.tx, scene.reach, courseId)
  const state = await putForward(scene, course, place)
  const subject = `course:${courseId}`
  return { value: { state }, place, change: { subject, before: course, after: { state } } }
})

/** Two pairs of eyes: who handed it in does not judge it. */
export const decide = act(
  contract.courses.decide,
  async (scene, { courseId, step, outcome, reason }) => {
    const { tx, now, actor, reach } = scene
    const asked = { states: ['producing', 'inReview'], verb: '办理' } as const
    const { course, place } = await holdIn(tx, reach, courseId, asked)
    if (step !== 'shoot') refuseOwn(scene, course)
    const name = { unitId: place.unitId, subject: `course:${courseId}` }
    const decided = await decideCase(tx, name, { step, outcome, reason, actor, now })
    const state = stateAfter(decided)
    if (state === 'published' || decided.next === 'review') await requireWhole(tx, course)
    const released = { publishedAt: now, checkedOn: dayOf(now) }
    const after = { state, reason, ...(state === 'published' ? released : {}) }
    await changeCourse(tx, courseId, after)
    return {
      value: { state },
      place,
      change: { subject: `course:${courseId}`, before: course, after: { ...after, step, outcome } },
    }
  },
)

function refuseOwn({ actor }: Scene, { submittedBy, authorId }: Course): void {
  if (submittedBy === actor.accountId || authorId === actor.personId)
    throw forbidden('courses.ownWork')
}

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
