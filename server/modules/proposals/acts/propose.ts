import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { enqueue } from '../../../kernel/jobs.ts'
import { conflict } from '../../../kernel/problem.ts'
import { requireLive } from '../../organizations/index.ts'
import { findProposal, keepProposal } from '../store/proposals.ts'

/** Asks for a proposal; the search is long work. The same form sent twice asks once. */
export const propose = act(contract.requirements.propose, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { proposalId, organizationId, budgetYuan, ...asked } = input
  const organization = await requireLive(tx, reach, organizationId)
  const { unitId, path, name } = organization
  const today = dayOf(now)
  if (asked.until <= today) throw conflict('proposals.past', { 日期: asked.until })
  if (yearOf(asked.until) !== yearOf(today)) throw conflict('proposals.year', { 日期: asked.until })

  const jobId = newId()
  const by = { byId: actor.accountId, byName: actor.name, at: now }
  const row = { ...asked, ...by, id: proposalId, unitId, organizationId, path, budgetYuan, jobId }
  if (!(await keepProposal(tx, row))) {
    const known = await findProposal(tx, reach, { unitId, proposalId })
    const value = { unitId, proposalId, jobId: known?.proposal.jobId ?? jobId }
    return { value, place: organization, change: 'none' }
  }
  await enqueue(
    tx,
    { kind: 'requirements.propose' },
    {
      id: jobId,
      place: { unitId, path },
      title: `测算补训方案：${name}`,
      requestedBy: actor.accountId,
      input: { unitId, proposalId },
      now,
    },
  )
  return {
    value: { unitId, proposalId, jobId },
    place: organization,
    change: { subject: `proposal:${proposalId}`, after: { organizationId, budgetYuan, ...asked } },
  }
})
