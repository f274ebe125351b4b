import type { Reason } from '@zhixing/contract'
import { addDays } from '../../../kernel/calendar.ts'
import type { Asked } from './draw.ts'

export type Answers = Readonly<Record<string, readonly string[]>>

/** Answers stand under the place of the question on the paper, "1", "2" …: ids of the bank never leave. */
export function judgePaper(paper: readonly Asked[], answers: Answers) {
  const right = paper.filter(({ keys }, at) => isRight(keys, answers[String(at + 1)] ?? [])).length
  const total = paper.length
  return { right, total, percent: total === 0 ? 0 : Math.round((right / total) * 100) }
}

export function isRight(keys: readonly string[], given: readonly string[]): boolean {
  const chosen = new Set(given)
  return chosen.size === keys.length && keys.every((key) => chosen.has(key))
}

/** Only answers to what was asked are kept. */
export function onPaper(paper: readonly Asked[], answers: Answers): Record<string, string[]> {
  const fitting = paper.flatMap(({ options }, at) => {
    const given = answers[String(at + 1)]
    const known = given?.filter((id) => options.some((option) => option.id === id)) ?? []
    return known.length > 0 ? [[String(at + 1), [...new Set(known)]] as [string, string[]]] : []
  })
  return Object.fromEntries(fitting)
}

type Sitting = {
  readonly phase: 'first' | 'retest'
  readonly isPassed: boolean | null
  readonly submittedOn: string | null
}
type Rules = {
  readonly opensOn: string
  readonly closesOn: string
  readonly triesMax: number
  readonly retestDays: number | null
}
type Chance = { readonly phase: 'first' | 'retest' } | Refusal
export type Refusal = {
  readonly reason: Reason
  readonly words: Readonly<Record<string, string | number>>
}

/**
 * What may be begun today: the first time as often as is allowed until it is passed; then, so many days later, once
 * more, also when the quiz itself has closed, because the question is what stayed.
 */
export function chanceOf(
  { opensOn, closesOn, triesMax, retestDays }: Rules,
  sittings: readonly Sitting[],
  day: string,
): Chance {
  const firsts = sittings.filter(({ phase, submittedOn }) => phase === 'first' && submittedOn)
  const isPassed = firsts.some((one) => one.isPassed)
  const isSpent = isPassed || firsts.length >= triesMax
  const last = firsts.at(-1)?.submittedOn
  if (retestDays !== null && isSpent && last) {
    if (sittings.some(({ phase, submittedOn }) => phase === 'retest' && submittedOn))
      return { reason: 'quizzes.noTries', words: { 次数: firsts.length + 1 } }
    const from = addDays(last, retestDays)
    return day < from
      ? { reason: 'quizzes.retestLater', words: { 日期: from } }
      : { phase: 'retest' }
  }
  if (day < opensOn) return { reason: 'quizzes.notYet', words: { 日期: opensOn } }
  if (day > closesOn) return { reason: 'quizzes.over', words: { 日期: closesOn } }
  if (isPassed) return { reason: 'quizzes.passed', words: {} }
  return isSpent
    ? { reason: 'quizzes.noTries', words: { 次数: firsts.length } }
    : { phase: 'first' }
}
