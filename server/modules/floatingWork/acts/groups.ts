import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { unlessBroken } from '../../../kernel/constraint.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { sendNotice } from '../../notices/index.ts'
import { requireLive } from '../../organizations/index.ts'
import { findCircle } from '../store/people.ts'
import { endGroupOn, findGroup, keepGroup } from '../store/started.ts'

export const openGroup = act(contract.floatingWork.openGroup, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { organizationId, ...words } = input
  const { unitId, path } = await requireLive(tx, reach, organizationId)
  const id = newId()
  const by = { byId: actor.accountId, at: now }
  await unlessBroken(
    keepGroup(tx, { ...words, ...by, id, unitId, organizationId, path }),
    'floating_groups_name',
    conflict('floatingWork.groupKnown', { 名称: words.name }),
  )
  return {
    value: { unitId, groupId: id },
    place: { unitId, path },
    change: { subject: `group:${id}`, after: words },
  }
})

export const endGroup = act(contract.floatingWork.endGroup, async ({ tx, now, reach }, input) => {
  const group = await findGroup(tx, reach, { unitId: input.unitId, id: input.groupId })
  if (!group) throw missing('floatingWork.groupUnknown')
  const endedOn = dayOf(now)
  await endGroupOn(tx, group, endedOn)
  const { unitId, path, id } = group
  return {
    value: {},
    place: { unitId, path },
    change: { subject: `group:${id}`, after: { endedOn } },
  }
})

/** To whoever is in the group today; the same form sent twice says it once. */
export const tell = act(contract.floatingWork.tell, async ({ tx, now, actor, reach }, input) => {
  const group = await findGroup(tx, reach, { unitId: input.unitId, id: input.groupId })
  if (!group) throw missing('floatingWork.groupUnknown')
  const { unitId, path, id } = group
  const people = await findCircle(tx, group, dayOf(now))
  if (people.length === 0) throw conflict('floatingWork.nobody')

  const { formId, title, body } = input
  const from = { from: `${group.name}（${actor.name}）`, fromId: actor.accountId }
  const fresh = await sendNotice(tx, {
    ...from,
    unitId,
    path,
    key: `group:${id}:${formId}`,
    kind: 'floating',
    title,
    body,
    link: '/floating',
    personIds: people.map(({ memberId }) => memberId),
    now,
  })
  return {
    value: { people: people.length },
    place: { unitId, path },
    change: fresh > 0 ? { subject: `group:${id}`, after: { title, body, people: fresh } } : 'none',
  }
})
