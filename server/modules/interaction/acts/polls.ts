import { contract } from '@zhixing/contract'
import { pollStates } from '@zhixing/contract/interaction-words.ts'
import { act, ownAct } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { formOf as definitionOf, judgeAnswers, keepForm } from '../../forms/index.ts'
import { answersOf, formOf, wordingOf } from '../rules.ts'
import { enterFloor, leadFloor, requireOpen } from '../steps/floor.ts'
import type { FloorKey } from '../steps/floor.ts'
import {
  countVotes,
  holdPoll,
  keepPoll,
  keepVote,
  lockPolls,
  removePoll,
  setPoll,
} from '../store/polls.ts'
import type { Poll } from '../store/polls.ts'

/** Written beforehand or on the spot; nobody sees it before it begins. */
export const addPoll = act(contract.interaction.addPoll, async (scene, input) => {
  const { tx, now, actor } = scene
  const { unitId, about, aboutId, pollId, ...words } = input
  const floor = await leadFloor(tx, scene, input)
  requireOpen(floor)
  const { formId } = await keepForm(tx, unitId, formOf(words))
  const made = { createdBy: actor.accountId, createdAt: now, state: 'draft' } as const
  const isNew = await keepPoll(tx, { unitId, id: pollId, about, aboutId, formId, ...made })
  const change = isNew ? { subject: `poll:${pollId}`, after: words } : ('none' as const)
  return { value: {}, place: floor, change }
})

type PollKey = FloorKey & { readonly pollId: string }

/** The poll among all of its floor, held still, in the state in which this may be done to it. */
async function holdIn(scene: Scene, key: PollKey, state: Poll['state'], verb: string) {
  const floor = await leadFloor(scene.tx, scene, key)
  requireOpen(floor)
  const all = await lockPolls(scene.tx, key)
  const poll = all.find(({ id }) => id === key.pollId)
  if (!poll) throw missing('interaction.pollUnknown')
  if (poll.state !== state)
    throw conflict('interaction.pollState', { 状态: pollStates[poll.state], 动作: verb })
  return { floor, poll, others: all.filter(({ id }) => id !== poll.id) }
}

/** One at a time, so that everybody looks at the same. */
export const openPoll = act(contract.interaction.openPoll, async (scene, key) => {
  const { tx, now } = scene
  const { floor, poll, others } = await holdIn(scene, key, 'draft', '开始')
  const open = others.find(({ state }) => state === 'open')
  if (open) {
    const { title } = wordingOf(await definitionOf(tx, open))
    throw conflict('interaction.otherOpen', { 名称: title })
  }
  await setPoll(tx, poll, { state: 'open', openedAt: now })
  const change = { subject: `poll:${poll.id}`, after: { state: 'open' } }
  return { value: {}, place: floor, change }
})

export const closePoll = act(contract.interaction.closePoll, async (scene, key) => {
  const { tx, now } = scene
  const { floor, poll } = await holdIn(scene, key, 'open', '结束')
  await setPoll(tx, poll, { state: 'closed', closedAt: now })
  const voters = await countVotes(tx, poll)
  const change = { subject: `poll:${poll.id}`, after: { state: 'closed', voters } }
  return { value: { voters }, place: floor, change }
})

export const dropPoll = act(contract.interaction.dropPoll, async (scene, key) => {
  const { floor, poll } = await holdIn(scene, key, 'draft', '删除')
  await removePoll(scene.tx, poll)
  return { value: {}, place: floor, change: { subject: `poll:${poll.id}`, before: poll } }
})

/** Once for everybody, and until it is over as often as they change their mind; the trace does not say what. */
export const vote = ownAct(contract.interaction.vote, async ({ tx, now, actor }, input) => {
  const floor = await enterFloor(tx, actor, input, now)
  requireOpen(floor)
  const poll = await holdPoll(tx, input, input.pollId)
  if (!poll || poll.state === 'draft') throw missing('interaction.pollUnknown')
  if (poll.state === 'closed')
    throw conflict('interaction.pollState', { 状态: pollStates.closed, 动作: '再投票' })
  const definition = await definitionOf(tx, poll)
  const answers = judgeAnswers(definition, answersOf(wordingOf(definition).kind, input.chosen))
  const { unitId } = floor
  const whose = { memberUnitId: actor.unitId, memberId: floor.memberId }
  await keepVote(tx, { id: newId(), unitId, pollId: poll.id, ...whose, answers, at: now })
  return { value: {}, place: floor, change: { subject: `poll:${poll.id}` } }
})
