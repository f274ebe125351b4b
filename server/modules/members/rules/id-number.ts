import type { MemberFault } from '@zhixing/contract/faults.ts'
import { daysIn } from '../../../kernel/calendar.ts'

export type IdNumber = { readonly bornOn: string; readonly sex: 'male' | 'female' }

export type Fault = {
  readonly fault: MemberFault
  readonly words?: Readonly<Record<string, string | number>>
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkDigits = '10X98765432'

/** What a citizen's number says of its holder, or why it cannot be one (GB 11643). */
export function readIdNumber(text: string): IdNumber | Fault {
  if (/^\d{15}$/.test(text)) return { fault: 'idOld' }
  if (text.length !== 18) return { fault: 'idLength', words: { 位数: text.length } }
  if (!/^\d{17}[\dX]$/.test(text)) return { fault: 'idSigns' }

  const day = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`
  if (!isDay(day)) return { fault: 'idDay', words: { 日期: text.slice(6, 14) } }

  const expected = checkDigitOf(text)
  if (text[17] !== expected) return { fault: 'idCheck', words: { 应为: expected } }
  return { bornOn: day, sex: Number(text[16]) % 2 === 1 ? 'male' : 'female' }
}

/** Digits as people type them: full-width, with blanks, a small x. */
export function tidyIdNumber(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
}

function checkDigitOf(text: string): string {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0)
  return checkDigits[sum % 11] ?? ''
}

function isDay(day: string): boolean {
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8))]
  return month >= 1 && month <= 12 && date >= 1 && date <= daysIn(day.slice(0, 7))
}
