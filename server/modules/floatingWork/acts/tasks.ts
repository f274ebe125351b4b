import { contract } from '@zhixing/contract'
import { act, ownAct } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { sendNotice } from '../../notices/index.ts'
import { requireLive } from '../../organizations/index.ts'
import { circleOf } from '../steps/circle-of.ts'
import { findCircle, lockRoll } from '../store/people.ts'
import {
  endTaskOn,
  findGroup,
  findTask,
  keepResult,
  keepTask,
  lockResult,
  updateResult,
} from '../store/started.ts'

/** For everybody who is away from here, or for one group; each of them is told. */
export const setTask = act(contract.floatingWork.setTask, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { organizationId, formId, group: key, title, body, until } = input
  const { unitId, path } = await requireLive(tx, reach, organizationId)
  const today = dayOf(now)
  if (until < today) throw conflict('floatingWork.untilPast', { 今天: today })
  const group = key ? await findGroup(tx, [path], { unitId: key.unitId, id: key.groupId }) : null
  if (group === undefined || (group && group.unitId !== unitId))
    throw missing('floatingWork.groupUnknown')

  const people = await findCircle(tx, { path, destination: group?.destination ?? '' }, today)
  const id = newId()
  const by = { byId: actor.accountId, at: now, formId, groupId: group?.id ?? null }
  const kept = await keepTask(tx, { id, unitId, organizationId, path, title, body, until, ...by })
  if (kept.id === id)
    await sendNotice(tx, {
      unitId,
      path,
      key: `task:${id}`,
      kind: 'floating',
      from: actor.name,
      fromId: actor.accountId,
      title: `服务任务：${title}`,
      body: `${body}\n请于 ${until} 前报告完成情况。`,
      link: '/floating',
      personIds: people.map(({ memberId }) => memberId),
      now,
    })
  return {
    value: { unitId, taskId: kept.id, people: people.length },
    place: { unitId, path: kept.path },
    change: kept.id === id ? { subject: `task:${id}`, after: { title, body, until } } : 'none',
  }
})

export const endTask = act(contract.floatingWork.endTask, async ({ tx, now, reach }, input) => {
  const task = await findTask(tx, reach, { unitId: input.unitId, id: input.taskId })
  if (!task) throw missing('floatingWork.taskUnknown')
  if (task.endedOn) throw conflict('floatingWork.taskEnded', { 日期: task.endedOn })
  const endedOn = dayOf(now)
  await endTaskOn(tx, task, endedOn)
  const { unitId, path, id } = task
  return {
    value: {},
    place: { unitId, path },
    change: { subject: `task:${id}`, after: { endedOn } },
  }
})

/** What I did; it may be written anew until it is accepted. */
export const reportTask = ownAct(contract.floatingWork.reportTask, async (scene, input) => {
  const { tx, now, actor } = scene
  const task = await findTask(tx, undefined, { unitId: input.unitId, id: input.taskId })
  const people = task ? await circleOf(tx, task, dayOf(now)) : []
  const mine = people.find(
    ({ unitId, memberId }) => unitId === actor.unitId && memberId === actor.memberId,
  )
  if (!task || !mine) throw missing('floatingWork.notYours')
  if (task.endedOn) throw conflict('floatingWork.taskEnded', { 日期: task.endedOn })

  const { unitId, memberId } = mine
  const { text, minutes, version } = input
  const written = { text, minutes, state: 'reported', at: now } as const
  const before = await lockResult(tx, { unitId, taskId: task.id, memberId })
  if (before?.state === 'accepted') throw conflict('floatingWork.accepted')
  if ((before?.version ?? 0) !== version) throw conflict('input.stale')
  if (before) await updateResult(tx, before, written)
  else if (!(await keepResult(tx, { ...written, id: newId(), unitId, taskId: task.id, memberId })))
    throw conflict('input.stale')
  return {
    value: { version: version + 1 },
    place: { unitId, path: actor.place.path },
    change: { subject: `task:${task.id}`, after: { memberId, text, minutes } },
  }
})

export const judge = act(contract.floatingWork.judge, async ({ tx, actor, reach }, input) => {
  const { memberUnitId, memberId, isAccepted, answer, version } = input
  const task = await findTask(tx, undefined, { unitId: input.unitId, id: input.taskId })
  const [found] = await lockRoll(tx, reach, { unitId: memberUnitId, memberIds: [memberId] })
  if (!task || !found?.path.startsWith(task.path)) throw missing('floatingWork.taskUnknown')
  const result = await lockResult(tx, { unitId: memberUnitId, taskId: task.id, memberId })
  if (!result) throw conflict('floatingWork.noResult')
  if (result.version !== version) throw conflict('input.stale')
  if (result.state === 'accepted') throw conflict('floatingWork.accepted')
  if (!isAccepted && answer.length < 2) throw conflict('floatingWork.sayWhat')

  const state = isAccepted ? 'accepted' : 'returned'
  const next = await updateResult(tx, result, { state, answer, answeredBy: actor.name })
  return {
    value: { version: next },
    place: { unitId: memberUnitId, path: found.path },
    change: { subject: `task:${task.id}`, after: { memberId, state, answer } },
  }
})
