import type { Grant } from '@zhixing/contract'
import { addDays, addMonths } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/calendar.ts'

export type Wait = {
  readonly count: number | string
  readonly unit: 'days' | 'months'
  readonly after: string
}

type Outcome = {
  readonly key: string
  readonly name: string
  readonly to: string
  readonly needsReason: boolean
}

export type Step = {
  readonly key: string
  readonly name: string
  readonly decidedBy: Grant | 'starter'
  readonly isAbove: boolean
  readonly papers: readonly { readonly key: string; readonly name: string }[]
  readonly earliest: Wait | null
  readonly latest: Wait | null
  readonly outcomes: readonly Outcome[]
}

/** Where an outcome may lead besides another step. */
const ends = ['done', 'ended'] as const
type End = (typeof ends)[number]

export function endOf(to: string): End | undefined {
  return ends.find((end) => end === to)
}

/** What is wrong with a declaration, for the developer who wrote it. */
export function faultOf(steps: readonly Step[]): string | undefined {
  const keys = steps.map(({ key }) => key)
  if (steps.length === 0) return 'no step'
  if (new Set(keys).size < keys.length) return 'two steps of the same key'
  for (const { key, outcomes, earliest, latest } of steps) {
    if (outcomes.length === 0) return `${key} has no outcome`
    const lost = outcomes.find(({ to }) => !endOf(to) && !keys.includes(to))
    if (lost) return `${key} leads to ${lost.to}, which is no step`
    const wait = [earliest, latest].find(
      (one) => one && one.after !== 'start' && !keys.includes(one.after),
    )
    if (wait) return `${key} counts from ${wait.after}, which is no step`
  }
  return undefined
}

/** On which day a wait is over; nothing where the step it counts from was never decided. */
export function dayAfter(
  { count, unit, after }: Wait & { readonly count: number },
  { startedOn, decided }: { readonly startedOn: Day; readonly decided: ReadonlyMap<string, Day> },
): Day | null {
  const from = after === 'start' ? startedOn : decided.get(after)
  if (from === undefined) return null
  return unit === 'days' ? addDays(from, count) : addMonths(from, count)
}

/** Going on asks for the papers of a step; sending back or ending does not. */
export function goesOn(steps: readonly Step[], step: Step, { to }: Outcome): boolean {
  if (to === 'ended') return false
  return to === 'done' || steps.findIndex(({ key }) => key === to) > steps.indexOf(step)
}

type Asked = {
  readonly outcome: string
  readonly reason: string
  readonly papers: readonly string[]
}
type At = { readonly steps: readonly Step[]; readonly step: Step; readonly earliestOn: Day | null }

/** Why a step cannot be decided so today, with the words of the refusal. */
export function refuseDecision({ steps, step, earliestOn }: At, asked: Asked, today: Day) {
  const words = { 步骤: step.name }
  const outcome = step.outcomes.find(({ key }) => key === asked.outcome)
  if (!outcome) {
    const names = step.outcomes.map(({ name }) => `“${name}”`).join('、')
    return { reason: 'procedures.outcome', words: { ...words, 结果: names } } as const
  }
  if (earliestOn !== null && today < earliestOn)
    return { reason: 'procedures.early', words: { ...words, 日期: earliestOn } } as const
  if (outcome.needsReason && asked.reason.length < 2)
    return { reason: 'procedures.reason', words: { ...words, 结果: outcome.name } } as const
  if (asked.papers.some((paper) => step.papers.every(({ key }) => key !== paper)))
    return { reason: 'procedures.strangePaper', words } as const
  const lacking = goesOn(steps, step, outcome)
    ? step.papers.filter(({ key }) => !asked.papers.includes(key))
    : []
  if (lacking.length > 0) {
    const names = lacking.map(({ name }) => `“${name}”`).join('、')
    return { reason: 'procedures.paper', words: { ...words, 材料: names } } as const
  }
  return undefined
}
