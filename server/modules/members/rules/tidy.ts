import type { MemberFacts } from '@zhixing/contract'
import { tidyIdNumber } from './id-number.ts'

/** Facts as they are compared and kept, whatever keyboard they came from. */
export function tidy(facts: MemberFacts): MemberFacts {
  return {
    ...facts,
    name: tidyName(facts.name),
    idNumber: tidyIdNumber(facts.idNumber),
    phone: tidyPhone(facts.phone),
  }
}

/** Blanks between the signs of a short name are for looks; the dot of minority names has a dozen shapes and one meaning. */
export function tidyName(text: string): string {
  const narrow = text.normalize('NFKC').trim()
  return /\p{Script=Han}/u.test(narrow)
    ? narrow.replace(/\s+/g, '').replace(/[.．•‧・･●\u2022\u00B7]/g, '·')
    : narrow.replace(/\s+/g, ' ')
}

/** The country's code and what people put between the digits are left out. */
export function tidyPhone(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/^(\+?86|0086)[- ]?(?=1)/, '')
    .replace(/^1[\d -]*/, (digits) => digits.replace(/[ -]/g, ''))
    .trim()
}
