import type { RuleValue } from '@zhixing/contract'
import { ruleScale, type RuleUnit } from '@zhixing/contract/rule-words.ts'

/** What the fields of the form hold, in the units that people say: hours, not minutes. */
export type ValueFields = {
  number?: number | null
  top?: number | null
  bottom?: number | null
  steps?: { upTo?: number | null; value?: number | null }[]
  words?: string[]
}

export type Shape = 'number' | 'optional' | 'share' | 'steps' | 'words'

/** From what is kept to what is typed. */
export function fieldsOf(value: RuleValue, unit: RuleUnit): ValueFields {
  const scale = ruleScale[unit] ?? 1
  if (value === null || typeof value === 'number')
    return { number: value === null ? null : value / scale }
  const [first] = value
  if (typeof first === 'string') return { words: value.filter((one) => typeof one === 'string') }
  if (typeof first === 'number') {
    const [top, bottom] = value.filter((one) => typeof one === 'number')
    return { top: top ?? null, bottom: bottom ?? null }
  }
  const steps = value.filter((one) => typeof one === 'object')
  return { steps: steps.map((step) => ({ upTo: step.upTo, value: step.value / scale })) }
}

/** From what is typed to what the contract wants; nothing while it is not complete. */
export function valueOf(shape: Shape, fields: ValueFields, unit: RuleUnit): RuleValue | undefined {
  const scale = ruleScale[unit] ?? 1
  const { number, top, bottom, steps = [], words = [] } = fields
  if (shape === 'number') return isFigure(number) ? Math.round(number * scale) : undefined
  if (shape === 'optional') return isFigure(number) ? Math.round(number * scale) : null
  if (shape === 'share') return isFigure(top) && isFigure(bottom) ? [top, bottom] : undefined
  if (shape === 'words') return words.length > 0 ? words : undefined
  const whole = steps.flatMap(({ upTo, value }) =>
    isFigure(value) ? [{ upTo: upTo ?? null, value: Math.round(value * scale) }] : [],
  )
  return whole.length === steps.length && whole.length > 0 ? whole : undefined
}

function isFigure(value: number | null | undefined): value is number {
  return typeof value === 'number'
}
