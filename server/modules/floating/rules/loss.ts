import type { lossStages } from '@zhixing/contract/floating-words.ts'
import { addMonths, daysBetween } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'

export const lossRules = ['lost.suspend_after', 'lost.remove_after'] as const
export type LossRules = {
  readonly [K in (typeof lossRules)[number]]: { readonly value: number; readonly clause: string }
}

type Lost = {
  readonly since: Day
  readonly isSuspended: boolean
  readonly suspendedOn: Day | null
}

type Staged = {
  readonly stage: keyof typeof lossStages
  readonly because: string
  readonly clause: string
  readonly nextOn: Day | null
}

/**
 * What the clock says. Months without contact make a suspension possible; removal counts from the suspension. Where the
 * roll does not date it, the earliest day it can be is counted from the day on which suspension became possible.
 */
export function lossStage(
  { since, isSuspended, suspendedOn }: Lost,
  today: Day,
  rules: LossRules,
): Staged {
  const { value: months, clause } = rules['lost.suspend_after']
  const removal = rules['lost.remove_after']
  const suspendOn = addMonths(since, months)
  const removeOn = addMonths(suspendedOn ?? suspendOn, removal.value * 12)
  const gone = `${since} 起失联，已 ${Math.max(daysBetween(since, today), 0)} 天`

  if (!isSuspended)
    return today < suspendOn
      ? { stage: 'searching', because: gone, clause, nextOn: suspendOn }
      : { stage: 'suspend', because: `${gone}，已满 ${months} 个月`, clause, nextOn: null }
  return today < removeOn
    ? { stage: 'suspended', because: gone, clause: removal.clause, nextOn: removeOn }
    : {
        stage: 'remove',
        because: `${gone}，停止党籍已满 ${removal.value} 年`,
        clause: removal.clause,
        nextOn: null,
      }
}
