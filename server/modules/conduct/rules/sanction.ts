import type { sanctionKinds } from '@zhixing/contract/conduct-words.ts'
import type { Reason } from '@zhixing/contract'
import { addMonths } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'

export type SanctionKind = keyof typeof sanctionKinds

/** For how many months each kind has effects; expulsion has no end. */
export const sanctionRules = {
  warning: 'sanction.warning',
  seriousWarning: 'sanction.seriousWarning',
  removal: 'sanction.removal',
  probation: 'sanction.probation',
  expulsion: null,
} as const satisfies Readonly<Record<SanctionKind, string | null>>

export function refuseMonths(kind: SanctionKind, months: number): { reason: Reason } | undefined {
  if (kind === 'probation')
    return months === 12 || months === 24 ? undefined : { reason: 'conduct.sanctionMonths' }
  return months === 0 ? undefined : { reason: 'conduct.sanctionStray' }
}

/** Until when somebody has no vote, and until when the rest of it lasts, which for 留党察看 is counted from then. */
export function effectOf(
  {
    kind,
    from,
    months,
  }: { readonly kind: SanctionKind; readonly from: Day; readonly months: number },
  lasting: number | null,
): { readonly until: Day | null; readonly votelessUntil: Day | null } {
  if (kind === 'expulsion' || lasting === null) return { until: null, votelessUntil: null }
  const votelessUntil = kind === 'probation' ? addMonths(from, months) : null
  return { votelessUntil, until: addMonths(votelessUntil ?? from, lasting) }
}

export function isInForce(
  { until, endedOn, endedHow }: { until: Day | null; endedOn: Day | null; endedHow: string | null },
  day: Day,
): boolean {
  if (endedHow === 'annulled' && endedOn !== null && endedOn <= day) return false
  return until === null || until > day
}
