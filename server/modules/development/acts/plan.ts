import { contract } from '@zhixing/contract'
import { taskOwners } from '@zhixing/contract/development-words.ts'
import { act, ownAct } from '../../../kernel/act.ts'
import type { Actor } from '../../../kernel/caller.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { requireOnTheWay, subjectOf } from '../steps/require.ts'
import { keepEntry } from '../store/applicants.ts'
import type { Applicant } from '../store/applicants.ts'
import { findContacts } from '../store/contacts.ts'
import { findTasks, finishTask, keepTasks } from '../store/tasks.ts'

/** What somebody is to practise, and what those who cultivate them take on, each by a day. */
export const plan = act(contract.development.plan, async (scene, input) => {
  const { tx, now, actor } = scene
  const { unitId, applicantId, formId, tasks } = input
  const { applicant } = await requireOnTheWay(scene, input)
  const today = dayOf(now)
  const past = tasks.find(({ dueOn }) => dueOn < today)
  if (past) throw conflict('development.taskDay', { 任务: past.title, 今天: today })
  const by = { byName: actor.name, at: now }
  const isNew = await keepTasks(
    tx,
    tasks.map((task, sequence) => ({ ...task, ...by, unitId, applicantId, formId, sequence })),
  )
  if (isNew) {
    const said = tasks.map(({ owner, title }) => `${taskOwners[owner]}：${title}`).join('；')
    const entry = { unitId, applicantId, formId, on: today, text: `下达培养任务。${said}` }
    await keepEntry(tx, { ...entry, ...by, kind: 'task', byId: actor.accountId })
  }
  return {
    value: {},
    place: applicant,
    change: isNew ? { subject: subjectOf(applicant), after: { tasks: tasks.length } } : 'none',
  }
})

/** Done, by whoever took it on; the branch may write it down for anybody. */
export const finish = ownAct(contract.development.finish, async (scene, input) => {
  const { tx, now, actor } = scene
  const { unitId, applicantId, taskId, result } = input
  const known = await requireMine(tx, actor, input)
  const task = (await findTasks(tx, input)).find(({ id }) => id === taskId)
  if (!task) throw missing('development.taskUnknown')
  const { title, owner } = task
  if (task.doneOn) throw conflict('development.taskDone', { 任务: title })
  if (!known.isKeeper && known.as !== owner)
    throw conflict('development.taskOwner', { 任务: title, 谁: taskOwners[owner] })
  const on = dayOf(now)
  await finishTask(tx, task, { doneOn: on, result, doneByName: actor.name })
  const text = `${taskOwners[owner]}办结“${title}”：${result}`
  const by = { byId: actor.accountId, byName: actor.name, at: now }
  await keepEntry(tx, { unitId, applicantId, kind: 'task', on, text, formId: taskId, ...by })
  const { applicant } = known
  return {
    value: {},
    place: applicant,
    change: { subject: subjectOf(applicant), after: { title, result } },
  }
})

type Known = {
  readonly applicant: Applicant
  readonly isKeeper: boolean
  readonly as: 'applicant' | 'contact' | null
}

/** Whoever it is to this file: those who keep it, its own person, a contact; nobody else finds it. */
async function requireMine(
  tx: Db,
  actor: Actor,
  key: { readonly unitId: string; readonly applicantId: string },
): Promise<Known> {
  const { applicant } = await requireOnTheWay({ tx, reach: ['/'] }, key)
  const isKeeper = covers(reachOf(actor.appointments, 'development.keep'), applicant.path)
  const isOwn =
    applicant.accountId === actor.accountId ||
    (actor.memberId !== undefined && applicant.memberId === actor.memberId)
  const contacts = await findContacts(tx, key)
  const isContact = contacts.some(
    ({ role, memberId, until }) =>
      role === 'contact' && memberId === actor.memberId && until === null,
  )
  if (!isKeeper && !isOwn && !(isContact && actor.unitId === key.unitId))
    throw missing('development.taskUnknown')
  if (isOwn) return { applicant, isKeeper, as: 'applicant' }
  return { applicant, isKeeper, as: isContact ? 'contact' : null }
}
