import { hourSources } from '@zhixing/contract/words.ts'
import type { Day } from '../../../kernel/calendar.ts'

type Row = {
  readonly entry: {
    readonly id: string
    readonly unitId: string
    readonly day: Day
    readonly title: string
    readonly minutes: number
    readonly source: keyof typeof hourSources
    readonly category: string
    readonly isCentralized: boolean
    readonly isOnline: boolean
    readonly isLate: boolean
    readonly ruleKey: string
    readonly ruleFrom: Day
    readonly verifier: string
    readonly fileId: string | null
    readonly reversesId: string | null
    readonly reason: string
  }
  readonly organizationName: string
  readonly fileName: string | null
}

/** The entries of a ledger, oldest first, each with the sum up to it and what became of it. */
export function booked(rows: readonly Row[], nameOfRule: (key: string) => string) {
  const takenBack = new Set(rows.map(({ entry }) => entry.reversesId))
  let runningMinutes = 0
  return rows.map(({ entry, organizationName, fileName }) => {
    const { isCentralized, isOnline, ruleKey, ruleFrom, fileId, ...shown } = entry
    runningMinutes += entry.minutes
    return {
      ...shown,
      organizationName,
      runningMinutes,
      sourceName: hourSources[entry.source],
      counts: countsOf({ isCentralized, isOnline }),
      rule: { key: ruleKey, name: nameOfRule(ruleKey), from: ruleFrom },
      file: fileId && fileName ? { unitId: entry.unitId, fileId, name: fileName } : null,
      isReversed: takenBack.has(entry.id),
    }
  })
}

/** In full, up to the share for online study, or not towards what a year demands. */
function countsOf({ isCentralized, isOnline }: Pick<Row['entry'], 'isCentralized' | 'isOnline'>) {
  if (isOnline) return 'online' as const
  return isCentralized ? ('full' as const) : ('not' as const)
}
