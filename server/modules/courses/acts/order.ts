import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { sendToEach } from '../../notices/index.ts'
import { findMembersBelow } from '../../members/index.ts'
import { requireLive } from '../../organizations/index.ts'
import { isFor } from '../rules/library.ts'
import { findCourse } from '../store/library.ts'
import { keepOrder, lockOrder, withdrawOrderAt } from '../store/standing.ts'

/** A unit takes a course from the menu for its people, who are told; whose course it is sees that in its log. */
export const order = act(
  contract.courses.order,
  async ({ tx, now, actor, reach }, { orderId, courseId, organizationId, dueOn, note }) => {
    const { unitId, path, name } = await requireLive(tx, reach, organizationId)
    const found = await findCourse(tx, courseId)
    if (!found || found.course.state !== 'published') throw missing('courses.unknown')
    const { title, scope } = found.course
    if (!isFor({ scope, path: found.path }, path))
      throw conflict('courses.notForThere', { 名称: name })
    if (dueOn < dayOf(now)) throw conflict('courses.duePast', { 日期: dueOn })

    const place = { unitId, path }
    const row = { id: orderId, courseId, organizationId, dueOn, note, at: now }
    const isNew = await keepOrder(tx, { ...row, orderedBy: actor.accountId })
    const people = await findMembersBelow(tx, path)
    if (!isNew) return { value: { people: people.length }, place, change: 'none' }
    const notices = people.map((person) => ({
      unitId: person.unitId,
      path: person.path,
      personId: person.memberId,
      key: `courseOrder:${orderId}:${person.memberId}`,
      kind: 'course',
      from: name,
      fromId: actor.accountId,
      title: `点课：${title}`,
      body: `请在 ${dueOn} 前学完。${note}`,
      link: `/learn/${courseId}`,
    }))
    await sendToEach(tx, notices, now)
    const change = { subject: `course:${courseId}`, after: row }
    return { value: { people: people.length }, place, change }
  },
)

export const withdrawOrder = act(
  contract.courses.withdrawOrder,
  async ({ tx, now, reach }, { orderId }) => {
    const found = await lockOrder(tx, reach, orderId)
    if (!found) throw missing('courses.orderUnknown')
    const { order: before, unitId, path } = found
    const place = { unitId, path }
    if (before.withdrawnAt) return { value: {}, place, change: 'none' }
    await withdrawOrderAt(tx, orderId, now)
    const subject = `course:${before.courseId}`
    return { value: {}, place, change: { subject, before, after: { withdrawn: orderId } } }
  },
)
