import { contract } from '@zhixing/contract'
import { act, ownAct } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { sendToEach } from '../../notices/index.ts'
import { findMembersBelow } from '../../members/index.ts'
import { requireLive } from '../../organizations/index.ts'
import { requireCourse } from '../../courses/index.ts'
import { findMarks, findTask, keepMark, keepTask } from '../store.ts'
import { lockTask, withdrawTask } from '../store.ts'

/** Asked of everybody here and below, who are told; the book may be one of the library. */
export const assign = act(
  contract.reading.assign,
  async ({ tx, now, actor, reach }, { taskId, organizationId, ...words }) => {
    const { unitId, path, name } = await requireLive(tx, reach, organizationId)
    if (words.dueOn < dayOf(now)) throw conflict('reading.duePast', { 日期: words.dueOn })
    if (words.courseId) await requireCourse(tx, actor, words.courseId)
    const place = { unitId, path }
    const row = { ...words, id: taskId, organizationId, createdBy: actor.accountId, at: now }
    const isNew = await keepTask(tx, row)
    const people = await findMembersBelow(tx, path)
    if (!isNew) return { value: { people: people.length }, place, change: 'none' }
    const notices = people.map((person) => ({
      unitId: person.unitId,
      path: person.path,
      personId: person.memberId,
      key: `reading:${taskId}:${person.memberId}`,
      kind: 'reading',
      from: name,
      fromId: actor.accountId,
      title: `阅读任务：${words.title}`,
      body: `共 ${words.chapters.length} 章，请在 ${words.dueOn} 前读完，逐章打卡写心得。`,
      link: '/reading',
    }))
    await sendToEach(tx, notices, now)
    const change = { subject: `reading:${taskId}`, after: row }
    return { value: { people: people.length }, place, change }
  },
)

export const withdraw = act(contract.reading.withdraw, async ({ tx, now, reach }, { taskId }) => {
  const found = await lockTask(tx, reach, taskId)
  if (!found) throw missing('reading.unknown')
  const { task, unitId, path } = found
  const place = { unitId, path }
  if (task.withdrawnAt) return { value: {}, place, change: 'none' }
  await withdrawTask(tx, taskId, now)
  return { value: {}, place, change: { subject: `reading:${taskId}`, before: task } }
})

/** One's own, seen by nobody else. */
export const plan = ownAct(
  contract.reading.plan,
  async ({ tx, now, actor }, { taskId, ...words }) => {
    const { memberId, place, accountId } = actor
    if (!memberId) throw conflict('reading.membersOnly')
    if (words.dueOn < dayOf(now)) throw conflict('reading.duePast', { 日期: words.dueOn })
    const organizationId = place.path.split('/').at(-2) ?? ''
    const row = { ...words, id: taskId, organizationId, ownerId: memberId }
    const isNew = await keepTask(tx, { ...row, createdBy: accountId, at: now })
    const change = isNew ? { subject: `reading:${taskId}`, after: words } : ('none' as const)
    return { value: {}, place, change }
  },
)

/** A chapter read, once, with a few words of one's own. */
export const checkIn = ownAct(
  contract.reading.checkIn,
  async ({ tx, now, actor }, { taskId, chapter, note }) => {
    const { memberId, unitId, place } = actor
    if (!memberId) throw conflict('reading.membersOnly')
    const found = await findTask(tx, taskId)
    if (!found) throw missing('reading.unknown')
    const { task, path } = found
    const isMine = task.ownerId ? task.ownerId === memberId : place.path.startsWith(path)
    if (!isMine) throw missing('reading.unknown')
    if (task.withdrawnAt) throw conflict('reading.withdrawn')
    if (chapter >= task.chapters.length) throw conflict('reading.noChapter', { 章: chapter + 1 })
    const isNew = await keepMark(tx, { unitId, memberId, taskId, chapter, note, at: now })
    const done = (await findMarks(tx, { unitId, memberId })).get(taskId)?.length ?? 0
    const change = isNew ? { subject: `reading:${taskId}`, after: { chapter } } : ('none' as const)
    return { value: { done, chapters: task.chapters.length }, place, change }
  },
)
