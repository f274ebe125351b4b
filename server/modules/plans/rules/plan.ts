import { deliveryModes, planKinds } from '@zhixing/contract/plan-words.ts'
import type { DeliveryMode } from '@zhixing/contract/plan-words.ts'
import { cohorts } from '@zhixing/contract/words.ts'
import { daysBetween } from '../../../kernel/calendar.ts'

export type PlanKind = keyof typeof planKinds

const longest: Readonly<Record<PlanKind, number>> = { fiveYear: 5, annual: 1, special: 5, study: 1 }

type Span = { readonly fromYear: number; readonly untilYear: number }

/** A year is a year, and a round of five years is no longer than five. */
export function refuseSpan(kind: PlanKind, { fromYear, untilYear }: Span) {
  const length = untilYear - fromYear + 1
  return length >= 1 && length <= longest[kind]
    ? undefined
    : ({
        reason: 'plans.years',
        words: { 种类: planKinds[kind], 起: fromYear, 止: untilYear },
      } as const)
}

type Told = { readonly id: string; readonly text: string }
type Parts = {
  readonly goals: readonly Told[]
  readonly problems: readonly Told[]
  readonly projects: readonly { readonly id: string; readonly name: string }[]
}
type Frame = Span & Parts

type Used = {
  readonly goalId: string | null
  readonly projectId: string | null
  readonly problemIds: readonly string[]
}
type Item = Used & {
  readonly title: string
  readonly from: string
  readonly until: string
  readonly minutes: number
  readonly parts: readonly { readonly minutes: number }[]
}

/** Why an item cannot stand in this plan, with the words of the refusal. */
export function refuseItem(plan: Frame, item: Item) {
  const { title, from, until, goalId, projectId, problemIds, parts, minutes } = item
  const words = { 名称: title }
  const lies =
    until >= from && from >= `${plan.fromYear}-01-01` && until <= `${plan.untilYear}-12-31`
  if (!lies) {
    const span = { 起: from, 止: until, 起年: plan.fromYear, 止年: plan.untilYear }
    return { reason: 'plans.dates', words: { ...words, ...span } } as const
  }
  const named = [
    [plan.goals, goalId ? [goalId] : []],
    [plan.projects, projectId ? [projectId] : []],
    [plan.problems, problemIds],
  ] as const
  if (named.some(([list, ids]) => ids.some((id) => list.every((one) => one.id !== id))))
    return { reason: 'plans.goal', words } as const
  const sum = parts.reduce((all, part) => all + part.minutes, 0)
  if (parts.length > 0 && sum !== minutes)
    return { reason: 'plans.parts', words: { ...words, 合计: sum, 总时长: minutes } } as const
  return undefined
}

/** What an item still stands on may not be taken out of the plan. */
export function refuseRemoval(before: Parts, after: Parts, items: readonly Used[]) {
  const used = new Set(
    items.flatMap(({ goalId, projectId, problemIds }) => [goalId, projectId, ...problemIds]),
  )
  const left = new Set([...after.goals, ...after.problems, ...after.projects].map(({ id }) => id))
  const said = [
    ...before.goals.map(({ id, text }) => ({ id, text })),
    ...before.problems.map(({ id, text }) => ({ id, text })),
    ...before.projects.map(({ id, name }) => ({ id, text: name })),
  ]
  const lost = said.find(({ id }) => used.has(id) && !left.has(id))
  return lost ? ({ reason: 'plans.goalUsed', words: { 内容: lost.text } } as const) : undefined
}

type Ready = Item & { readonly effect: string; readonly measure: string }

/** What still stands between a draft and its approval: every item says what for and with what effect. */
export function refuseSubmission(plan: Parts, live: readonly Ready[]) {
  if (plan.goals.length === 0)
    return { reason: 'plans.empty', words: { 内容: '培训目标' } } as const
  if (live.length === 0) return { reason: 'plans.empty', words: { 内容: '培训项目' } } as const
  const aimless = live.find(({ goalId }) => goalId === null)
  if (aimless) return { reason: 'plans.goalMissing', words: { 名称: aimless.title } } as const
  const vague = live.find(({ effect, measure }) => effect.length < 2 || measure.length < 2)
  if (vague) return { reason: 'plans.effect', words: { 名称: vague.title } } as const
  return undefined
}

/** The cohorts of an audience for whom this way of teaching is not suited. */
export function unsuitedOf(mode: DeliveryMode, named: readonly string[]): string[] {
  const unfit: readonly (keyof typeof cohorts)[] = deliveryModes[mode].unfit
  return unfit.filter((cohort) => named.includes(cohort)).map((cohort) => cohorts[cohort])
}

type Dated = { readonly from: string; readonly until: string }

/** Closer than this, the same thing twice is the same people called twice. */
const nearDays = 30

/** Whether two spans touch, or lie so close together that one could have been both. */
export function areNear(one: Dated, other: Dated): boolean {
  return (
    daysBetween(one.until, other.from) <= nearDays && daysBetween(other.until, one.from) <= nearDays
  )
}
