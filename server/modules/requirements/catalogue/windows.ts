import { sql } from 'drizzle-orm'
import type { Frame } from './frame.ts'

export const aboveTheBranch = ['committee', 'county', 'city', 'province', 'nation'] as const
export const countyOrHigher = ['county', 'city', 'province', 'nation'] as const

export function wholeYear({ year }: Frame) {
  return { from: sql`${`${year}-01-01`}::date`, until: sql`${`${year}-12-31`}::date` }
}

const firstPlan = 2019

/** The plan that the year lies in, as long as the rule of the place asked about says. */
export function planOf({ year, regions }: Frame) {
  const years = regions.at(-1)?.['rotation.all_members'].value ?? 5
  const begun = firstPlan + Math.floor((year - firstPlan) / years) * years
  return { first: `${begun}-01-01`, last: `${begun + years - 1}-12-31` }
}
