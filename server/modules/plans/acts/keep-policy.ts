import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { attachFile } from '../../files/index.ts'
import { requireLive } from '../../organizations/index.ts'
import { tasksInUse } from '../catalogue/basis.ts'
import { changePolicy, keepPolicy, lockPolicy } from '../store/policies.ts'

/** A document of the library: kept, put right, or replaced by a new wording beside which the old one stays. */
export const keep = act(contract.policies.keep, async (scene, asked) => {
  const { tx, now, actor, reach } = scene
  const { policyId, organizationId, version, isNewEdition, fileIds, ...facts } = asked
  const { unitId, path } = await requireLive(tx, reach, organizationId)
  if (facts.until !== null && facts.until < facts.from)
    throw conflict('policies.dates', { 起: facts.from, 止: facts.until })
  const subject = `policy:${policyId}`
  const before = await lockPolicy(tx, reach, { unitId, policyId })
  const by = { byId: actor.accountId, at: now }
  if (!before && version !== null) throw missing('policies.unknown')

  const place = { unitId, path }
  const { accountId } = actor
  const attach = async () => {
    for (const fileId of fileIds)
      // They are few, and each has its own refusal.
      // oxlint-disable-next-line no-await-in-loop
      await attachFile(tx, { unitId: actor.unitId, fileId, subject, path, accountId })
  }
  if (!before) {
    const row = { ...facts, ...by, unitId, id: policyId, organizationId, path }
    if (!(await keepPolicy(tx, row))) throw missing('policies.unknown')
    await attach()
    return { value: { version: 0, edition: 1 }, place, change: { subject, after: row } }
  }
  if (version === null)
    return {
      value: { version: before.version, edition: before.edition },
      place,
      change: 'none' as const,
    }
  if (before.version !== version) throw conflict('input.stale')
  const left = new Set(facts.tasks.map(({ id }) => id))
  const used = await tasksInUse(tx, policyId)
  const lost = before.tasks.find(({ id }) => used.has(id) && !left.has(id))
  if (lost) throw conflict('policies.taskUsed', { 内容: lost.text })
  const { title, from, number, summary, edition } = before
  const past = { edition, title, from, number, summary, replacedOn: dayOf(now) }
  const wording = isNewEdition
    ? { edition: edition + 1, earlier: [past, ...before.earlier] }
    : { edition }
  const changes = { ...facts, ...by, ...wording, version: version + 1 }
  await changePolicy(tx, before, changes)
  await attach()
  return {
    value: { version: version + 1, edition: wording.edition },
    place,
    change: { subject, before, after: changes },
  }
})
