import type { Audience } from '@zhixing/contract'
import type { Day } from '../../../kernel/calendar.ts'
import { cohortCondition } from './cohorts.ts'
import { all, any, not } from './condition.ts'
import type { Condition } from './condition.ts'
import { stageIn, tagIn } from './membership.ts'
import { ageBetween, educationIn, sexIn } from './person.ts'
import { employmentIn, kindIn, postIn, sectorIn, tierIn, under } from './position.ts'
import { layerIn, rankIn, ruralTypeIn, tradeIn, traitIn } from './profile.ts'
import { rosterCondition } from './rosters.ts'

/** The one meaning of an audience on a day: what memory tests and what the database is asked. */
export function conditionOf(audience: Audience, day: Day): Condition {
  const { ageFrom, ageTo } = audience
  return all([
    ...given(audience.cohorts, (list) => any(list.map((one) => cohortCondition(one, day)))),
    ...given(audience.without, (list) => not(any(list.map((one) => cohortCondition(one, day))))),
    ...given(audience.rosters, (list) => any(list.map((one) => rosterCondition(one, day)))),
    ...given(audience.stages, stageIn),
    ...given(audience.sexes, sexIn),
    ...given(audience.employments, employmentIn),
    ...given(audience.educations, educationIn),
    ...given(audience.posts, (list) => postIn(list, day)),
    ...given(audience.layers, (list) => layerIn(list, day)),
    ...given(audience.ranks, rankIn),
    ...given(audience.trades, tradeIn),
    ...given(audience.traits, traitIn),
    ...given(audience.ruralTypes, ruralTypeIn),
    ...given(audience.tags, tagIn),
    ...given(audience.sectors, sectorIn),
    ...given(audience.organizationKinds, kindIn),
    ...given(audience.tiers, tierIn),
    ...given(audience.organizationIds, under),
    ageBetween(ageFrom, ageTo, day),
  ])
}

/** An empty list asks nothing. */
function given<Value>(
  list: readonly Value[] | undefined,
  condition: (list: readonly Value[]) => Condition,
): Condition[] {
  return list && list.length > 0 ? [condition(list)] : []
}
