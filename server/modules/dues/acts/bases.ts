import { contract } from '@zhixing/contract'
import { duesCategories } from '@zhixing/contract/dues-words.ts'
import { act } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { newId } from '../../../kernel/ids.ts'
import { needsBase } from '../rules/amount.ts'
import { byOf, requireBranch, requirePeople } from '../steps/require.ts'
import { settle } from '../steps/settle.ts'
import { findFacts, keepBases } from '../store/people.ts'

/** What the year's dues are worked out from; a second word in one year has to say why. */
export const setBases = act(contract.dues.setBases, async (scene, input) => {
  const { tx } = scene
  const { organizationId, year, rows } = input
  const { unitId, path } = await requireBranch(scene, organizationId)
  const memberIds = rows.map(({ memberId }) => memberId)
  const people = await requirePeople({ tx, reach: [path] }, { unitId, memberIds })
  const facts = await findFacts(tx, { unitId, memberIds })
  const nameOf = new Map(people.map(({ member }) => [member.id, member.name]))
  for (const { memberId, category, baseFen, from, note } of rows) {
    const words = { 姓名: nameOf.get(memberId) ?? '', 年: year }
    if (!from.startsWith(`${year}-`)) throw conflict('dues.baseYear', { ...words, 月份: from })
    if (needsBase(category) && baseFen === 0)
      throw conflict('dues.baseMissing', { ...words, 类别: duesCategories[category] })
    const isFixed = facts.get(memberId)?.bases.some((base) => base.year === year) ?? false
    if (isFixed && note === '') throw conflict('dues.baseWhy', words)
  }
  const by = byOf(scene)
  await keepBases(
    tx,
    rows.map((row) => ({ ...row, ...by, id: newId(), unitId, year })),
  )
  await settle(tx, { unitId, memberIds, by })
  return {
    value: { set: rows.length },
    place: { unitId, path },
    change: { subject: `dues:${organizationId}`, after: { year, rows } },
  }
})
