import { contract } from '@zhixing/contract'
import { taskStates } from '@zhixing/contract/conduct-words.ts'
import { act, ownAct } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { sendNotice } from '../../notices/index.ts'
import { requireDay, requirePerson } from '../steps/require.ts'
import { changeTask, keepTask, lockTask } from '../store/tasks.ts'
import type { Task } from '../store/tasks.ts'

/** Work for one member, with a day by which it is done; they are told. The form's id is the task's. */
export const assign = act(contract.conduct.assign, async (scene, input) => {
  const { tx, now, actor } = scene
  const { unitId, memberId, formId, title, dueOn } = input
  const { member, path } = await requirePerson(scene, { unitId, memberId })
  const day = dayOf(now)
  if (dueOn < day) throw conflict('conduct.taskPast', { 日期: dueOn })
  const where = { unitId, organizationId: member.organizationId, path }
  const by = { byId: actor.accountId, byName: actor.name, at: now }
  const row = { ...where, ...by, id: formId, memberId, title, givenOn: day, dueOn }
  const isNew = await keepTask(tx, { ...row, state: 'open' })
  if (isNew)
    await sendNotice(tx, {
      unitId,
      path,
      key: `task:${formId}`,
      kind: 'conduct',
      from: actor.name,
      fromId: actor.accountId,
      title: '支部分配给您一项工作',
      body: `${title}，请在 ${dueOn} 前完成，做完后在手机上报告。`,
      link: '/conduct',
      personIds: [memberId],
      now,
    })
  return {
    value: { unitId, taskId: formId },
    place: where,
    change: isNew ? { subject: `task:${formId}`, after: { memberId, title, dueOn } } : 'none',
  }
})

/** Seen by the branch: done, to be done again, or no longer wanted. */
export const settle = act(contract.conduct.settle, async ({ tx, now, reach }, input) => {
  const { version, state, on, note, ...key } = input
  const task = requireTask(await lockTask(tx, reach, key), version)
  requireDay(on, now, task.givenOn)
  const isOver = task.state === 'done' || task.state === 'cancelled'
  if (isOver || (state === 'open' && task.state !== 'reported'))
    throw conflict('conduct.taskState', { 状态: taskStates[task.state] })
  const doneOn = state === 'done' ? (task.doneOn ?? on) : null
  const report = note || task.report
  return {
    value: { version: await changeTask(tx, task, { state, doneOn, report }) },
    place: task,
    change: { subject: `task:${task.id}`, before: { state: task.state }, after: { state, doneOn } },
  }
})

/** Whoever was given it says that it is done; the branch looks at it. */
export const report = ownAct(contract.conduct.report, async ({ tx, now, actor }, input) => {
  const { version, text, ...key } = input
  const found = await lockTask(tx, ['/'], key)
  if (found?.memberId !== actor.memberId) throw missing('conduct.taskUnknown')
  const task = requireTask(found, version)
  if (task.state !== 'open') throw conflict('conduct.taskState', { 状态: taskStates[task.state] })
  const doneOn = dayOf(now)
  const changes = { state: 'reported' as const, doneOn, report: text }
  return {
    value: { version: await changeTask(tx, task, changes) },
    place: task,
    change: { subject: `task:${task.id}`, before: { state: 'open' }, after: changes },
  }
})

function requireTask(task: Task | undefined, version: number): Task {
  if (!task) throw missing('conduct.taskUnknown')
  if (task.version !== version) throw conflict('input.stale')
  return task
}
