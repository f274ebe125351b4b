import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { dayOf, monthOf } from '../../../kernel/calendar.ts'
import { conflict } from '../../../kernel/problem.ts'
import { sendNotice } from '../../notices/index.ts'
import { isBranch, requireLive } from '../../organizations/index.ts'
import { findCandidates } from '../catalogue/candidates.ts'
import { monthsOf, monthsToFill, turnsFor } from '../rules.ts'
import { findTurns, keepTurn, removeTurn } from '../store.ts'

/** Whose turn it is; who has it is told, because a lesson wants preparing. */
export const assign = act(
  contract.lectures.assign,
  async (scene, { organizationId, month, memberId }) => {
    const { tx, now } = scene
    const branch = await branchAt(scene, organizationId)
    const place = { unitId: branch.unitId, path: branch.path }
    if (month < monthOf(dayOf(now))) throw conflict('lectures.monthPast', { 月份: month })
    const [before] = await findTurns(tx, organizationId, { from: month, until: month })
    if (before?.memberId === (memberId ?? undefined)) return { value: {}, place, change: 'none' }

    if (!memberId) await removeTurn(tx, { unitId: branch.unitId, organizationId }, month)
    else {
      const candidates = await findCandidates(tx, organizationId, now)
      if (!candidates.some((one) => one.memberId === memberId)) throw conflict('lectures.notMember')
      await take(scene, branch, { month, memberId })
    }
    const change = {
      subject: `organization:${organizationId}`,
      before: { month, memberId: before?.memberId ?? null },
      after: { month, memberId },
    }
    return { value: {}, place, change }
  },
)

/** The rest of the year in one press, fairly. */
export const fill = act(contract.lectures.fill, async (scene, { organizationId, year }) => {
  const { tx, now } = scene
  const branch = await branchAt(scene, organizationId)
  const candidates = await findCandidates(tx, organizationId, now)
  if (candidates.length === 0) throw conflict('lectures.nobody')

  const months = monthsOf(year)
  const turns = await findTurns(tx, organizationId, {
    from: months[0] ?? '',
    until: months.at(-1) ?? '',
  })
  const taken = new Set(turns.map(({ month }) => month))
  const free = monthsToFill(year, monthOf(dayOf(now)), taken)
  if (free.length === 0) throw conflict('lectures.full')
  const added = turnsFor(free, candidates)
  for (const turn of added)
    // A year has four quarters.
    // oxlint-disable-next-line no-await-in-loop
    await take(scene, branch, turn)
  return {
    value: { months: added.length },
    place: { unitId: branch.unitId, path: branch.path },
    change: { subject: `organization:${organizationId}`, after: { turns: added } },
  }
})

type Branch = Awaited<ReturnType<typeof branchAt>>

async function branchAt({ tx, reach }: Scene, organizationId: string) {
  const branch = await requireLive(tx, reach, organizationId)
  if (!isBranch(branch.kind)) throw conflict('lectures.branchOnly')
  return branch
}

async function take(
  { tx, now, actor }: Scene,
  { id, unitId, path, name }: Branch,
  { month, memberId }: { readonly month: string; readonly memberId: string },
): Promise<void> {
  await keepTurn(tx, {
    unitId,
    organizationId: id,
    month,
    memberId,
    byId: actor.accountId,
    at: now,
  })
  await sendNotice(tx, {
    unitId,
    path,
    key: `turn:${id}:${month}:${memberId}`,
    kind: 'lecture',
    from: name,
    fromId: actor.accountId,
    title: `${Number(month.slice(5))}月轮到您讲党课`,
    body: `按支部的轮值表，${Number(month.slice(0, 4))}年${Number(month.slice(5))}月由您讲党课，请提前准备。`,
    link: '/activities',
    personIds: [memberId],
    now,
  })
}
