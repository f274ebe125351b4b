import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { addDays, dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { sendNotice } from '../../notices/index.ts'
import { isBranch, narrowTo, requireLive } from '../../organizations/index.ts'
import { leaderOf } from '../catalogue/seats.ts'
import { assignedWords } from '../rules.ts'
import { endPoint, keepPoint, lockPoint } from '../store.ts'

const yearDays = 366

/** 联系点: a leading cadre looks after a branch besides their own; both learn of it. */
export const assign = act(
  contract.leaders.assign,
  async ({ tx, now, actor, reach }, { unitId, memberId, branchId, from, basis }) => {
    const today = dayOf(now)
    const branch = await requireLive(tx, reach, branchId)
    const words = { 名称: branch.name }
    if (!isBranch(branch.kind)) throw conflict('leaders.branchOnly', words)
    const leader = await leaderOf(tx, { unitId, memberId }, today)
    if (!leader || !covers(reach, leader.path) || branch.unitId !== unitId)
      throw missing('leaders.unknown')
    const named = { ...words, 姓名: leader.name }
    if (leader.organizationId === branchId) throw conflict('leaders.ownBranch', named)
    if (from < addDays(today, -yearDays) || from > addDays(today, yearDays))
      throw conflict('leaders.fromFar', { 日期: from })

    const by = { byId: actor.accountId, at: now }
    const row = { unitId, organizationId: branchId, memberId, from, basis, ...by }
    const pointId = await keepPoint(tx, row)
    if (!pointId) throw conflict('leaders.already', named)
    const place = { unitId: branch.unitId, path: branch.path }
    await sendNotice(tx, {
      ...place,
      key: `contact:${pointId}`,
      kind: 'leader',
      from: actor.name,
      fromId: actor.accountId,
      title: `由您联系${branch.name}`,
      body: assignedWords(branch.name, from),
      link: '/leaders',
      personIds: [memberId],
      now,
    })
    return { value: { pointId }, place, change: { subject: `contact:${pointId}`, after: row } }
  },
)

export const end = act(
  contract.leaders.end,
  async ({ tx, now, reach }, { unitId, pointId, reason }) => {
    const point = await lockPoint(tx, { unitId, pointId })
    if (!point) throw missing('leaders.pointUnknown')
    const { organization } = await narrowTo(tx, reach, point.organizationId)
    const today = dayOf(now)
    const set = { until: point.from > today ? point.from : today, endReason: reason }
    await endPoint(tx, point, set)
    return {
      value: {},
      place: { unitId: organization.unitId, path: organization.path },
      change: { subject: `contact:${pointId}`, before: { from: point.from }, after: set },
    }
  },
)
