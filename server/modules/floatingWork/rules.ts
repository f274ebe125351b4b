import type { censusAnswers } from '@zhixing/contract/floating-words.ts'
import type { Reason } from '@zhixing/contract'

type OnRoll = {
  readonly floatingSince: string | null
  readonly floatingTo: string
  readonly lostSince: string | null
}

/**
 * Whether the roll already says what the answer says: a round confirms it, the ledger changes it. So nobody is counted
 * as away without a place, as at home while the roll has them elsewhere, or as lost without a clock that runs.
 */
export function refuseAnswer(
  answer: keyof typeof censusAnswers,
  { floatingSince, floatingTo, lostSince }: OnRoll,
  today: string,
): Reason | undefined {
  const isAway = floatingSince !== null && floatingSince <= today
  if (answer === 'away' && (!isAway || floatingTo.trim() === '')) return 'floatingWork.register'
  if (answer === 'home' && isAway) return 'floatingWork.stillAway'
  return answer === 'lost' && lostSince === null ? 'floatingWork.notLost' : undefined
}
