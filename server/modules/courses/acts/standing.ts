import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict } from '../../../kernel/problem.ts'
import { holdIn } from '../steps/hold.ts'
import { changeCourse } from '../store/library.ts'
import { keepAiring, keepHonour } from '../store/standing.ts'

const released = { states: ['published'], verb: '办理' } as const

/** Somebody compared it with the documents in force, and it holds. */
export const confirm = act(contract.courses.confirm, async ({ tx, now, reach }, { courseId }) => {
  const { course, place } = await holdIn(tx, reach, courseId, released)
  if (course.genre !== 'policy') throw conflict('courses.notPolicy', { 名称: course.title })
  const checkedOn = dayOf(now)
  await changeCourse(tx, courseId, { checkedOn })
  const subject = `course:${courseId}`
  return {
    value: { checkedOn },
    place,
    change: { subject, before: { checkedOn: course.checkedOn }, after: { checkedOn } },
  }
})

export const honour = act(
  contract.courses.honour,
  async ({ tx, now, actor, reach }, { courseId, ...words }) => {
    const { place } = await holdIn(tx, reach, courseId, released)
    if (words.on > dayOf(now)) throw conflict('courses.future', { 日期: words.on })
    const isNew = await keepHonour(tx, { ...words, courseId, by: actor.accountId })
    const change = isNew ? { subject: `course:${courseId}`, after: words } : ('none' as const)
    return { value: {}, place, change }
  },
)

/** Where people outside saw it; the same form sent twice is one showing. */
export const air = act(
  contract.courses.air,
  async ({ tx, now, actor, reach }, { courseId, airingId, ...words }) => {
    const { course, place } = await holdIn(tx, reach, courseId, released)
    if (course.genre !== 'film') throw conflict('courses.notFilm', { 名称: course.title })
    if (words.airedOn > dayOf(now)) throw conflict('courses.future', { 日期: words.airedOn })
    const isNew = await keepAiring(tx, { ...words, id: airingId, courseId, by: actor.accountId })
    const change = isNew ? { subject: `course:${courseId}`, after: words } : ('none' as const)
    return { value: {}, place, change }
  },
)
