import { openMinutePrice, ownMinutePrice } from './instance.ts'
import type { Instance } from './instance.ts'
import type { Group } from './groups.ts'
import type { Mix } from './pricing.ts'

/** What a mix costs for one person of the group: money, what stays open, and the person's own time. */
export function costOf(group: Group, mix: Mix, { offers }: Instance) {
  const taken = group.options.filter(({ offer }) => mix.offers.includes(offer))
  const money = taken.reduce((sum, { offer }) => sum + (offers[offer]?.price ?? 0), 0)
  const minutes = taken.reduce((sum, option) => sum + option.minutes, 0)
  const openMinutes = mix.openUnits * group.unit
  const weight = money + minutes * ownMinutePrice + openMinutes * openMinutePrice
  return { money, minutes, openMinutes, weight }
}

/** The rows of the master problem in which a mix appears, with how often: seats, openings, money. */
export function poolsOf(group: Group, mix: Mix): readonly number[] {
  return group.options
    .filter(({ offer }) => mix.offers.includes(offer))
    .flatMap(({ pools }) => pools)
}
