import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import { isBranch, requireLive } from '../../organizations/index.ts'
import { endWay } from '../steps/end-way.ts'
import { keepEntry, keepReview, lockPond } from '../store/applicants.ts'
import type { Applicant } from '../store/applicants.ts'

const named = (some: readonly Applicant[]) => some.map(({ name }) => name).join('、')
const reasonLeast = 4

/** A branch goes through everybody it keeps in reserve: each stays, or leaves with a reason. */
export const reviewPool = act(contract.development.review, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { organizationId, formId, rows } = input
  const branch = await requireLive(tx, reach, organizationId)
  if (!isBranch(branch.kind)) throw conflict('development.notBranch', { 组织: branch.name })
  const { unitId, path } = branch
  const leaving = rows.filter(({ verdict }) => verdict === 'exit')
  const counts = { kept: rows.length - leaving.length, left: leaving.length }
  const by = { byName: actor.name, at: now }
  const on = dayOf(now)
  const isNew = await keepReview(tx, { ...counts, ...by, unitId, organizationId, path, on, formId })
  if (!isNew) return { value: counts, place: branch, change: 'none' }

  const pond = await lockPond(tx, { unitId, organizationId })
  const missed = pond.filter(({ id }) => !rows.some(({ applicantId }) => applicantId === id))
  if (missed.length > 0)
    throw conflict('development.reviewAll', { 人数: missed.length, 谁: named(missed) })
  for (const { applicantId, verdict, text } of rows) {
    const applicant = pond.find(({ id }) => id === applicantId)
    if (!applicant) throw conflict('development.reviewStranger')
    if (verdict === 'exit' && text.length < reasonLeast)
      throw conflict('development.exitReason', { 姓名: applicant.name })
    // A branch has a handful of them.
    // oxlint-disable-next-line no-await-in-loop
    await (verdict === 'exit' ? leave(scene, applicant, text) : stay(scene, applicant, text))
  }
  const subject = `organization:${organizationId}`
  return { value: counts, place: branch, change: { subject, after: counts } }
})

async function stay({ tx, now, actor }: Scene, applicant: Applicant, text: string): Promise<void> {
  const { unitId, id: applicantId } = applicant
  const by = { byId: actor.accountId, byName: actor.name, at: now }
  const said = { kind: 'review', text: `继续培养${text ? `：${text}` : ''}` } as const
  await keepEntry(tx, { ...said, ...by, unitId, applicantId, formId: newId(), on: dayOf(now) })
}

/** Whoever left may apply again. */
async function leave(scene: Scene, applicant: Applicant, reason: string): Promise<void> {
  await endWay(scene, applicant, { kind: 'exit', text: `退出后备：${reason}`, reason })
}
