import { sql } from 'drizzle-orm'
import type { Frame } from './frame.ts'
import { numberAt } from './place.ts'

export const aboveTheBranch = ['committee', 'county', 'city', 'province', 'nation'] as const
export const countyOrTownship = ['committee', 'county'] as const
export const cityOrHigher = ['city', 'province', 'nation'] as const
export const countyOrHigher = ['county', 'city', 'province', 'nation'] as const

export function wholeYear({ year }: Frame) {
  return { from: sql`${`${year}-01-01`}::date`, until: sql`${`${year}-12-31`}::date` }
}

const firstPlan = 2019

/** The round of training that the year lies in, as long as the rule of each place says: five years, or one. */
export function roundOf(frame: Frame) {
  const years = numberAt(frame, 'rotation.all_members')
  const begun = sql`(${firstPlan}::int + (${frame.year}::int - ${firstPlan}::int) / ${years} * ${years})`
  return {
    from: sql`make_date(${begun}, 1, 1)`,
    until: sql`make_date(${begun} + ${years} - 1, 12, 31)`,
  }
}
