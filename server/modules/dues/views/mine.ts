import { contract } from '@zhixing/contract'
import { duesCategories } from '@zhixing/contract/dues-words.ts'
import { and, desc, eq } from 'drizzle-orm'
import { dayOf, monthOf, yearOf } from '../../../kernel/calendar.ts'
import { ownView } from '../../../kernel/view.ts'
import { needsBase } from '../rules/amount.ts'
import { askedFor, baseAt } from '../rules/assessment.ts'
import { sayFen } from '../rules/remittance.ts'
import { readStates, standingOf } from '../steps/read-states.ts'
import type { States } from '../steps/read-states.ts'
import { duesHardships } from '../table.ts'
import { cellsOf, hardshipOf, readPayments, readPublications, selectHardships } from './shown.ts'

const nothing = {
  isMember: false,
  monthlyFen: null,
  why: '',
  cells: [],
  standing: { months: 0, since: null, fen: 0, stage: 'clear' as const },
  payments: [],
  hardships: [],
  publications: [],
}

/** My dues: what is asked and why, what I paid, what I asked for, and what the branch told. */
export const mine = ownView(contract.dues.mine, async ({ db, now, actor }) => {
  const { unitId, memberId } = actor
  if (!memberId) return nothing
  const states = await readStates(db, { unitId, memberIds: [memberId], now })
  const facts = states.facts.get(memberId)
  if (!facts) return nothing
  const today = dayOf(now)
  const live = states.live.get(memberId) ?? []
  const asked = askedFor(facts, monthOf(today), states.rates)
  const hardships = await selectHardships(db)
    .where(and(eq(duesHardships.unitId, unitId), eq(duesHardships.memberId, memberId)))
    .orderBy(desc(duesHardships.at), desc(duesHardships.id))
  return {
    isMember: true,
    monthlyFen: asked?.fen ?? null,
    why: whyOf(states, facts, asked),
    cells: cellsOf(facts, live, yearOf(today), monthOf(today)),
    standing: standingOf(states, facts, live),
    payments: await readPayments(db, unitId, memberId),
    hardships: hardships.map(hardshipOf),
    publications: await readPublications(db, unitId, facts.member.organizationId),
  }
})

type Facts = States['facts'] extends Map<string, infer F> ? F : never

function whyOf(states: States, facts: Facts, asked: ReturnType<typeof askedFor>): string {
  const base = baseAt(facts.bases, states.today)
  if (!base) return '支部还没有核定今年的党费基数'
  const category = duesCategories[base.category]
  if (asked?.ruleKey === 'hardship') return `${category}，已批准困难减免`
  const rules = asked ? states.rulesAt(asked.organizationId, asked.month) : undefined
  const clause = Object.values(rules ?? {}).find(({ key }) => key === asked?.ruleKey)?.clause ?? ''
  const basis = needsBase(base.category) ? `，每月固定收入 ${sayFen(base.baseFen)} 元` : ''
  return `${category}${basis}；${clause}`
}
