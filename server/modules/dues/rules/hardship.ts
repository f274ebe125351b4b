import type { Month } from '../../../kernel/calendar.ts'
import type { Reason } from '@zhixing/contract'
import { nextMonth } from './months.ts'
import type { Relief } from './assessment.ts'
import { sayFen } from './remittance.ts'

type Wish = Pick<Relief, 'from' | 'until' | 'monthlyFen'>

type Known = {
  readonly name: string
  readonly today: Month
  readonly fullFen: number | undefined
  readonly reliefs: readonly Relief[]
}

type Refusal = { readonly reason: Reason; readonly words: Readonly<Record<string, string>> }

/** Reliefs reach back to what is still open to be paid, last a year at most, and stand apart. */
export function refuseHardship(wish: Wish, { name, today, fullFen, reliefs }: Known) {
  const { from, until, monthlyFen } = wish
  const earliest = nextMonth(today, -1)
  const taken = reliefs.find(
    (one) => one.state !== 'refused' && one.from <= until && from <= one.until,
  )
  if (until < from || until >= nextMonth(from, 12)) return said('dues.span')
  if (from < earliest) return said('dues.hardshipPast', { 月份: earliest })
  if (taken)
    return said('dues.hardshipOverlap', { 姓名: name, 开始: taken.from, 截止: taken.until })
  return fullFen !== undefined && monthlyFen >= fullFen
    ? said('dues.hardshipMore', { 金额: sayFen(monthlyFen), 应交: sayFen(fullFen) })
    : undefined
}

function said(reason: Reason, words: Refusal['words'] = {}): Refusal {
  return { reason, words }
}
