import type { Grant } from '@zhixing/contract'
import { addDays, addMonths, addWorkdays } from '../../kernel/calendar.ts'
import type { Day, Holidays } from '../../kernel/calendar.ts'

export type Wait = {
  readonly count: number | string
  readonly unit: 'days' | 'workdays' | 'months'
  readonly after: string
}

type Outcome = {
  readonly key: string
  readonly name: string
  readonly to: string
  readonly needsReason: boolean
}

type Named = { readonly key: string; readonly name: string }

export type Step = Named & {
  readonly decidedBy: Grant | 'starter'
  readonly isAbove: boolean
  readonly side?: 'home' | 'partner'
  /** What it rests on, for whoever asks why; empty where nothing is cited. */
  readonly clause: string
  readonly papers: readonly Named[]
  /** Days that have to be noted before it can go on: a notice that was posted, somebody who was appointed. */
  readonly needs: readonly Named[]
  /** All of them have to be over. */
  readonly earliest: readonly Wait[]
  readonly latest: Wait | null
  /** Late until here with a reason, after it no longer. */
  readonly limit: Wait | null
  readonly outcomes: readonly Outcome[]
}

/** Where an outcome may lead besides another step. */
const ends = ['done', 'ended'] as const
type End = (typeof ends)[number]

export function endOf(to: string): End | undefined {
  return ends.find((end) => end === to)
}

/** What is wrong with a declaration, for the developer who wrote it; `marks` are days that are noted besides. */
export function faultOf(steps: readonly Step[], marks: readonly string[]): string | undefined {
  const keys = steps.map(({ key }) => key)
  if (steps.length === 0) return 'no step'
  if (new Set(keys).size < keys.length) return 'two steps of the same key'
  const known = new Set(['start', ...keys, ...marks])
  for (const { key, outcomes, earliest, latest, limit, needs } of steps) {
    if (outcomes.length === 0) return `${key} has no outcome`
    const lost = outcomes.find(({ to }) => !endOf(to) && !keys.includes(to))
    if (lost) return `${key} leads to ${lost.to}, which is no step`
    const wait = [...earliest, latest, limit].find((one) => one && !known.has(one.after))
    if (wait) return `${key} counts from ${wait.after}, which is no step`
    const need = needs.find((one) => !marks.includes(one.key))
    if (need) return `${key} needs ${need.key}, which nobody notes`
  }
  return undefined
}

/** On which day a wait is over; nothing where what it counts from has not happened. */
export function dayAfter(
  { count, unit, after }: Wait & { readonly count: number },
  { startedOn, marks }: { readonly startedOn: Day; readonly marks: Readonly<Record<string, Day>> },
  holidays: Holidays,
): Day | null {
  const from = after === 'start' ? startedOn : marks[after]
  if (from === undefined) return null
  if (unit === 'workdays') return addWorkdays(holidays, from, count)
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
  /** The day on which it was decided, which may lie before the day on which it is written down. */
  readonly on: Day
  readonly marks: Readonly<Record<string, Day>>
}
type At = {
  readonly steps: readonly Step[]
  readonly step: Step
  readonly earliestOn: Day | null
  readonly dueOn: Day | null
  readonly limitOn: Day | null
  /** When the step before was decided. */
  readonly lastOn: Day
}

/** Why a step cannot be decided so, with the words of the refusal. */
export function refuseDecision(at: At, asked: Asked, today: Day) {
  const { steps, step, lastOn } = at
  const words = { 步骤: step.name }
  const outcome = step.outcomes.find(({ key }) => key === asked.outcome)
  if (!outcome)
    return {
      reason: 'procedures.outcome',
      words: { ...words, 结果: listed(step.outcomes) },
    } as const
  if (asked.on > today)
    return { reason: 'procedures.future', words: { ...words, 今天: today } } as const
  if (asked.on < lastOn)
    return { reason: 'procedures.order', words: { ...words, 日期: lastOn } } as const
  if (outcome.needsReason && asked.reason.length < 2)
    return { reason: 'procedures.reason', words: { ...words, 结果: outcome.name } } as const
  if (asked.papers.some((paper) => step.papers.every(({ key }) => key !== paper)))
    return { reason: 'procedures.strangePaper', words } as const
  return goesOn(steps, step, outcome) ? refuseGoing(at, asked) : undefined
}

function refuseGoing(
  { step, earliestOn, dueOn, limitOn }: At,
  { on, marks, papers, reason }: Asked,
) {
  const words = { 步骤: step.name }
  const unmet = step.needs.filter(({ key }) => marks[key] === undefined)
  if (unmet.length > 0)
    return { reason: 'procedures.needs', words: { ...words, 事项: listed(unmet) } } as const
  if (earliestOn !== null && on < earliestOn)
    return { reason: 'procedures.early', words: { ...words, 日期: earliestOn } } as const
  if (limitOn !== null && on > limitOn)
    return { reason: 'procedures.limit', words: { ...words, 日期: limitOn } } as const
  if (limitOn !== null && dueOn !== null && on > dueOn && reason.length < 2)
    return { reason: 'procedures.late', words: { ...words, 日期: dueOn } } as const
  const lacking = step.papers.filter(({ key }) => !papers.includes(key))
  if (lacking.length > 0)
    return { reason: 'procedures.paper', words: { ...words, 材料: listed(lacking) } } as const
  return undefined
}

function listed(some: readonly { readonly name: string }[]): string {
  return some.map(({ name }) => `“${name}”`).join('、')
}
