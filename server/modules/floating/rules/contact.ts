import { stayRanges, stayReasons } from '@zhixing/contract/floating-words.ts'
import type { floatingClasses } from '@zhixing/contract/floating-words.ts'
import { addDays, addMonths } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'

export type FloatingClass = keyof typeof floatingClasses

/** The parameters that classify and that say how often; the key of each is in the catalogue of rules. */
export const contactRules = [
  'floating.threshold',
  'floating.long',
  'floating.transfer.after',
  'floating.contact.interval',
  'floating.contact.near',
  'floating.contact.student',
  'floating.contact.long',
  'abroad.contact',
] as const
type RuleKey = (typeof contactRules)[number]
export type ContactRules = {
  readonly [K in RuleKey]: { readonly value: number; readonly clause: string }
}

export type Away = {
  /** Of the roll; what was written down about the stay may be missing. */
  readonly since: Day
  readonly reason: keyof typeof stayReasons | null
  readonly range: keyof typeof stayRanges | null
}

const intervals: Readonly<Record<FloatingClass, RuleKey>> = {
  unregistered: 'floating.contact.interval',
  abroad: 'abroad.contact',
  student: 'floating.contact.student',
  short: 'floating.contact.interval',
  long: 'floating.contact.long',
  near: 'floating.contact.near',
  far: 'floating.contact.interval',
}

/** In which class somebody is, and why: place before reason, reason before duration. */
export function classify({ since, reason, range }: Away, today: Day, rules: ContactRules) {
  if (reason === null || range === null)
    return of('unregistered', '名册写着外出，还没有登记去向和原因')
  if (range === 'abroad') return of('abroad', `${since} 起${stayRanges.abroad}`)
  if (reason === 'study') return of('student', `${since} 起外出${stayReasons.study}`)
  const shortUntil = addMonths(since, rules['floating.threshold'].value)
  if (today < shortUntil)
    return of('short', `${since} 起外出，不满 ${rules['floating.threshold'].value} 个月`)
  const longFrom = addMonths(since, rules['floating.long'].value)
  if (today >= longFrom)
    return of('long', `${since} 起外出，已满 ${rules['floating.long'].value} 个月`)
  return range === 'nation'
    ? of('far', `在${stayRanges.nation}${stayReasons[reason]}`)
    : of('near', `在${stayRanges[range]}${stayReasons[reason]}`)
}

function of(key: FloatingClass, because: string) {
  return { class: key, because }
}

/** When somebody is to be contacted next: counted from when they were last reached, or else from when they left. */
export function contactDue(away: Away, lastReached: Day | null, today: Day, rules: ContactRules) {
  const classified = classify(away, today, rules)
  const key = intervals[classified.class]
  const { value, clause } = rules[key]
  const from = lastReached !== null && lastReached > away.since ? lastReached : away.since
  const isMonths = key === 'abroad.contact'
  const dueOn = isMonths ? addMonths(from, value) : addDays(from, value)
  return {
    ...classified,
    clause,
    interval: `每 ${value} ${isMonths ? '个月' : '天'}`,
    dueOn,
    isOverdue: dueOn < today,
  }
}

/** A place that has become fixed: the formal relationship should follow. Not abroad, and not while studying. */
export function isTransferAdvised(away: Away, today: Day, rules: ContactRules): boolean {
  const { since, reason, range } = away
  if (reason === null || range === null || range === 'abroad' || reason === 'study') return false
  return today >= addMonths(since, rules['floating.transfer.after'].value)
}
