import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { idOf } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import { listForSession } from '../../activities/index.ts'
import { movesOf, refuseSeats } from '../rules/seats.ts'
import { hasRoll } from '../rules/session.ts'
import { dueAt } from '../steps/record.ts'
import { byOf, requireCommittee, requireGroup, requirePeople } from '../steps/require.ts'
import { findSeats, keepGroup, moveSeats, raiseGroup } from '../store/groups.ts'
import { findAhead } from '../store/sessions.ts'

export const establish = act(contract.studyGroups.establish, async (scene, input) => {
  const { tx, now } = scene
  const { organizationId, name, seats } = input
  const organization = await requireCommittee(scene, organizationId)
  const refusal = refuseSeats(seats)
  if (refusal) throw conflict(refusal.reason, refusal.words)
  await requirePeople(scene, seats)
  const { unitId, path } = organization
  const groupId = idOf(`study group ${organizationId}`)
  const isNew = await keepGroup(tx, {
    ...byOf(scene),
    id: groupId,
    unitId,
    organizationId,
    path,
    name,
  })
  if (!isNew) throw conflict('studyGroups.there', { 名称: organization.name })
  await moveSeats(tx, { unitId, groupId }, { leaving: [], coming: seats, day: dayOf(now) })
  return {
    value: { unitId, groupId },
    place: organization,
    change: { subject: `studyGroup:${groupId}`, after: { name, seats } },
  }
})

/** Others sit there from today; the rolls of what lies ahead follow. */
export const setSeats = act(contract.studyGroups.setSeats, async (scene, input) => {
  const { tx, now } = scene
  const { unitId, groupId, version, seats } = input
  const key = { unitId, groupId }
  const group = await requireGroup(scene, key)
  if (group.version !== version) throw conflict('input.stale')
  const refusal = refuseSeats(seats)
  if (refusal) throw conflict(refusal.reason, refusal.words)
  const before = await findSeats(tx, key)
  const moves = movesOf(before, seats)
  // Who sits there already may have moved out of the reach since; only newcomers are judged.
  await requirePeople(scene, moves.coming)
  await moveSeats(tx, key, { ...moves, day: dayOf(now) })
  for (const session of await findAhead(tx, key, now)) {
    if (!hasRoll(session)) continue
    // They are few, and each has a list of its own.
    /* oxlint-disable no-await-in-loop */
    const due = await dueAt(tx, group, session.isExtended)
    await listForSession(tx, { unitId, activityId: session.id }, due)
    /* oxlint-enable no-await-in-loop */
  }
  return {
    value: { version: await raiseGroup(tx, group) },
    place: group,
    change: {
      subject: `studyGroup:${groupId}`,
      before: before.map(({ memberId, role }) => ({ memberId, role })),
      after: seats,
    },
  }
})
