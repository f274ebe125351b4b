import { contract } from '@zhixing/contract'
import { act, ownAct } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { convertHours, postHours } from '../../ledgers/index.ts'
import { findMembersOf } from '../../members/index.ts'
import { requireLive } from '../../organizations/index.ts'
import { changeTask, keepPlacement, lockTask } from '../store.ts'

type Locked = NonNullable<Awaited<ReturnType<typeof lockTask>>>

export const place = act(contract.mentoring.place, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { organizationId, formId, memberId, host, duty, from, until, tasks } = input
  if (until < from) throw conflict('mentoring.days')
  const outside = tasks.find(({ dueOn }) => dueOn < from || dueOn > until)
  if (outside) throw conflict('mentoring.taskDay', { 任务: outside.title, 开始: from, 截止: until })
  const { unitId, path } = await requireLive(tx, reach, organizationId)
  const [person] = await findMembersOf(tx, reach, { unitId, memberIds: [memberId] })
  if (!person) throw missing('mentoring.memberUnknown')

  const id = newId()
  const by = { byId: actor.accountId, at: now }
  const facts = { formId, memberId, host, duty, from, until }
  const row = { ...facts, ...by, id, unitId, organizationId, path }
  const placementId = await keepPlacement(tx, row, tasks)
  return {
    value: { unitId, placementId },
    place: { unitId, path },
    change:
      placementId === id ? { subject: `placement:${id}`, after: { ...facts, tasks } } : 'none',
  }
})

/** What I did; it may be written anew until it is accepted. */
export const reportTask = ownAct(contract.mentoring.reportTask, async (scene, input) => {
  const { tx, now, actor } = scene
  const { unitId, taskId, version, text, minutes } = input
  const found = await lockTask(tx, { unitId, id: taskId })
  if (!found || actor.unitId !== unitId || found.placement.memberId !== actor.memberId)
    throw missing('mentoring.taskUnknown')
  const { task, placement } = found
  if (task.state === 'accepted') throw conflict('mentoring.accepted')
  if (task.version !== version) throw conflict('input.stale')
  const reportedOn = dayOf(now)
  const next = await changeTask(tx, task, { state: 'reported', text, minutes, reportedOn })
  return {
    value: { version: next },
    place: placement,
    change: { subject: `placement:${placement.id}`, after: { taskId, text, minutes } },
  }
})

/** Accepted practice is study, as the local rules count it. */
export const judgeTask = act(contract.mentoring.judgeTask, async (scene, input) => {
  const { tx, reach } = scene
  const { unitId, taskId, version, isAccepted, answer } = input
  const found = await lockTask(tx, { unitId, id: taskId })
  if (!found || !covers(reach, found.placement.path)) throw missing('mentoring.taskUnknown')
  const { task, placement } = found
  if (task.version !== version) throw conflict('input.stale')
  if (task.state === 'accepted') throw conflict('mentoring.accepted')
  if (task.state !== 'reported') throw conflict('mentoring.noReport')
  if (!isAccepted && answer.length < 2) throw conflict('mentoring.sayWhat')
  if (isAccepted) await credit(scene, found)
  const state = isAccepted ? 'accepted' : 'returned'
  const next = await changeTask(tx, task, { state, answer })
  return {
    value: { version: next },
    place: placement,
    change: { subject: `placement:${placement.id}`, after: { taskId, state, answer } },
  }
})

async function credit({ tx, now, actor }: Scene, { task, placement }: Locked): Promise<void> {
  const { unitId, memberId, path } = placement
  const day = task.reportedOn ?? dayOf(now)
  const study = {
    source: 'practice',
    clockMinutes: task.minutes,
    level: 'branch',
    days: 1,
  } as const
  const worth = await convertHours(tx, { path, day }, study)
  await postHours(tx, [
    {
      ...worth,
      unitId,
      memberId,
      day,
      source: 'practice',
      sourceId: task.id,
      title: `实践锻炼：${task.title}`,
      level: 'branch',
      key: `task:${task.id}`,
      postedBy: actor.accountId,
      at: now,
    },
  ])
}
