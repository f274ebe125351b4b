import { contract } from '@zhixing/contract'
import { act, ownAct } from '../../../kernel/act.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { enterFloor, leadFloor, requireOpen } from '../steps/floor.ts'
import {
  findPeople,
  joinGroup as keepMember,
  keepReport,
  lockGroups,
  replaceGroups,
} from '../store/groups.ts'

/** Dealt anew as long as nobody has gone into one. */
export const makeGroups = act(contract.interaction.makeGroups, async (scene, input) => {
  const { tx } = scene
  const { unitId, about, aboutId, task, count } = input
  const floor = await leadFloor(tx, scene, input)
  requireOpen(floor)
  const key = { unitId, about, aboutId }
  await lockGroups(tx, key)
  if ((await findPeople(tx, key)).length > 0) throw conflict('interaction.grouped')
  await replaceGroups(tx, key, { task, count })
  return {
    value: {},
    place: floor,
    change: { subject: `${about}:${aboutId}`, after: { task, count } },
  }
})

export const joinGroup = ownAct(
  contract.interaction.joinGroup,
  async ({ tx, now, actor }, input) => {
    const { unitId, aboutId, groupId } = input
    const floor = await enterFloor(tx, actor, input, now)
    requireOpen(floor)
    const { memberId } = floor
    const groups = await lockGroups(tx, input)
    if (!groups.some(({ id }) => id === groupId)) throw missing('interaction.groupUnknown')
    const own = (await findPeople(tx, input)).find((one) => one.memberId === memberId)
    if (own?.groupId === groupId) return { value: {}, place: floor, change: 'none' }
    if (groups.some(({ id, reportedAt }) => id === own?.groupId && reportedAt))
      throw conflict('interaction.reported')
    const whose = { memberUnitId: actor.unitId, memberId, name: actor.name }
    await keepMember(tx, { unitId, id: newId(), aboutId, groupId, ...whose })
    const change = { subject: `workGroup:${groupId}`, after: { memberId } }
    return { value: {}, place: floor, change }
  },
)

/** One result of all of them: whoever writes must have read what was written before. */
export const report = ownAct(contract.interaction.report, async ({ tx, now, actor }, input) => {
  const floor = await enterFloor(tx, actor, input, now)
  requireOpen(floor)
  const group = (await lockGroups(tx, input)).find(({ id }) => id === input.groupId)
  if (!group) throw missing('interaction.groupUnknown')
  const isMine = (await findPeople(tx, input)).some(
    ({ memberId, groupId }) => memberId === floor.memberId && groupId === group.id,
  )
  if (!isMine) throw conflict('interaction.notMine')
  if (group.version !== input.version) throw conflict('input.stale')
  const after = { report: input.text, reporterName: actor.name, reportedAt: now }
  const version = await keepReport(tx, group, after)
  const before = { report: group.report }
  return {
    value: { version },
    place: floor,
    change: { subject: `workGroup:${group.id}`, before, after },
  }
})
