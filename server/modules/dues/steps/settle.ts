import type { Db } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { askedFor, differencesOf } from '../rules/assessment.ts'
import type { Asked } from '../rules/assessment.ts'
import { monthsBetween } from '../rules/months.ts'
import { countAsked, keepEntries, reversalsOf } from '../store/entries.ts'
import type { By } from '../store/entries.ts'
import { readStates } from './read-states.ts'
import type { States } from './read-states.ts'

type Some = { readonly unitId: string; readonly memberIds: readonly string[]; readonly by: By }

/**
 * Makes the ledger say what the rules ask of these people, from January of last year until this month: what is missing
 * is posted, what is wrong now is taken back. Done twice, it does nothing the second time. Their rows are held.
 */
export async function settle(tx: Db, { unitId, memberIds, by }: Some): Promise<number> {
  const states = await readStates(tx, { unitId, memberIds, now: by.at })
  const { today, facts, live, rates, rulesAt } = states
  const first = `${Number(today.slice(0, 4)) - 1}-01`
  const months = monthsBetween(first, today)
  const times = await countAsked(tx, { unitId, memberIds })
  const rows = [...facts].flatMap(([memberId, one]) => {
    const owed = (live.get(memberId) ?? []).filter(
      ({ kind, month }) => kind === 'owed' && (month ?? '') >= first,
    )
    const asked = months.flatMap((month) => askedFor(one, month, rates) ?? [])
    const { wrong, missing } = differencesOf(owed, asked)
    const back = reversalsOf(wrong, {
      ...by,
      period: today,
      text: '按核定的基数、减免或隶属关系重算',
    })
    return [
      ...back,
      ...missing.map((ask) => ({
        ...entryOf(ask, rulesAt),
        ...by,
        unitId,
        memberId,
        period: today,
        key: `owed:${memberId}:${ask.month}:${times.get(`${memberId} ${ask.month}`) ?? 0}`,
      })),
    ]
  })
  await keepEntries(tx, rows)
  return rows.length
}

function entryOf({ month, organizationId, fen, ruleKey }: Asked, rulesAt: States['rulesAt']) {
  const id = newId()
  const rules = rulesAt(organizationId, month)
  const rule = Object.values(rules).find(({ key }) => key === ruleKey)
  return {
    id,
    organizationId,
    kind: 'owed' as const,
    fund: 'monthly' as const,
    month,
    fen,
    sourceId: id,
    subject: ruleKey,
    text: ruleKey === 'hardship' ? '困难减免后应交' : '按月应交',
    clause: rule?.clause ?? '困难党员减免党费',
  }
}
