import { contract } from '@zhixing/contract'
import { ownAct } from '../../../kernel/act.ts'
import type { OwnScene } from '../../../kernel/act.ts'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import { conflict, forbidden } from '../../../kernel/problem.ts'
import { leaderOf } from '../catalogue/seats.ts'
import { refusePlan } from '../rules.ts'
import { findPlan, findStudies, keepPlan, keepStudy } from '../store.ts'

/** Written by oneself alone; handed in, it may still be changed, and the trace keeps what it was. */
export const savePlan = ownAct(
  contract.leaders.savePlan,
  async (scene, { year, version, goal, items, submit }) => {
    const { tx, now } = scene
    const leader = await requireLeader(scene)
    const { unitId, memberId, path } = leader
    const before = await findPlan(tx, leader, year)
    const studies = await findStudies(tx, leader, year)
    const refusal = refusePlan(items, { year, studies, before: before?.items ?? [], submit })
    if (refusal) throw conflict(refusal.reason, refusal.words)

    const submittedAt = before?.submittedAt ?? (submit ? now : null)
    const row = { unitId, memberId, year, goal, items, submittedAt, at: now }
    const kept = await keepPlan(tx, row, version)
    if (kept === undefined) throw conflict('input.stale')
    return {
      value: { version: kept },
      place: { unitId, path },
      change: {
        subject: `leaderPlan:${memberId}:${year}`,
        ...(before ? { before: { goal: before.goal, items: before.items } } : {}),
        after: { goal, items, submit },
      },
    }
  },
)

/** What was studied, for the plan or besides it. */
export const record = ownAct(
  contract.leaders.record,
  async (scene, { studyId, year, itemId, ...study }) => {
    const { tx, now } = scene
    const leader = await requireLeader(scene)
    if (study.on > dayOf(now)) throw conflict('leaders.ahead', { 日期: study.on })
    if (yearOf(study.on) !== year)
      throw conflict('leaders.otherYear', { 日期: study.on, 年份: year })
    const plan = await findPlan(tx, leader, year)
    if (itemId && !plan?.items.some((item) => item.itemId === itemId))
      throw conflict('leaders.itemUnknown')

    const { unitId, memberId, path } = leader
    const row = { unitId, id: studyId, memberId, year, itemId, ...study, at: now }
    const kept = await keepStudy(tx, row)
    const { on, way, title, minutes } = study
    return {
      value: {},
      place: { unitId, path },
      // What somebody thought about it is theirs, and not for the trace.
      change:
        kept === 'kept'
          ? { subject: `leaderStudy:${studyId}`, after: { itemId, on, way, title, minutes } }
          : 'none',
    }
  },
)

async function requireLeader({ tx, now, actor }: OwnScene) {
  const { unitId, memberId } = actor
  const leader = memberId ? await leaderOf(tx, { unitId, memberId }, dayOf(now)) : undefined
  if (!leader) throw forbidden('leaders.notYou')
  return leader
}
