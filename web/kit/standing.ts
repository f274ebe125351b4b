/** In the order in which a secretary cares. */
export const standings = ['atRisk', 'behind', 'onCourse', 'met', 'excused'] as const
export type Standing = (typeof standings)[number]

/** One person's year, as the strip draws it. */
export type Progress = {
  doneMinutes: number
  dueNowMinutes: number
  dueYearMinutes: number
  plannedMinutes: number
  standing: Standing
  /** Where not hours are owed but classes or lessons, so many until a day. */
  times?: { done: number; due: number; deadline: string } | null
}

type Coming = { day: string; title: string; minutes: number }

export type LedgerEntry = {
  id: string
  day: string
  title: string
  source: string
  minutes: number
  /** Why this entry takes back an earlier one. */
  reversal?: string | undefined
  isReversed: boolean
}

/** Why a figure is what it is, as a panel shows it. */
export type Derivation = {
  person: Progress
  conclusion: string
  entries: LedgerEntry[]
  steps: { label: string; value: string; rule?: number | undefined; isSum: boolean }[]
  rules: { name: string; value: string; clause: string; since: string }[]
  coming: Coming[]
}
