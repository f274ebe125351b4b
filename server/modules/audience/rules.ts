import { educationLevels } from '@zhixing/contract/codes.ts'
import { layers, ranks, ruralTypes, trades, traits } from '@zhixing/contract/profile-words.ts'
import {
  cohorts,
  employments,
  organizationKinds,
  posts,
  rosters,
  sectors,
  sexes,
  stages,
} from '@zhixing/contract/words.ts'
import type { Audience } from '@zhixing/contract'

/** An audience in one line, as people would say it: "农村，60 岁及以上，不含免硬性要求". */
export function sayAudience(audience: Audience): string {
  const parts = [
    say(audience.organizationKinds, organizationKinds),
    say(audience.sectors, sectors),
    say(audience.tiers, undefined, (tier) => `${tier} 类组织`),
    say(audience.layers, layers),
    say(audience.ranks, ranks),
    say(audience.stages, stages),
    say(audience.rosters, rosters),
    say(audience.cohorts, cohorts),
    say(audience.posts, posts),
    say(audience.employments, employments),
    say(audience.trades, trades),
    say(audience.ruralTypes, ruralTypes),
    say(audience.traits, traits),
    say(audience.educations, educationLevels),
    say(audience.sexes, sexes),
    sayAge(audience),
    say(audience.tags, undefined, (tag) => `标签“${tag}”`),
  ].filter((part) => part !== '')
  const without = say(audience.without, cohorts)
  if (without !== '') parts.push(`不含${without}`)
  return parts.length === 0 ? '全体党员' : parts.join('，')
}

function say<Value extends string | number>(
  values: readonly Value[] | undefined,
  words: Readonly<Record<string, string>> | undefined,
  word: (value: Value) => string = (value) => words?.[String(value)] ?? String(value),
): string {
  return (values ?? []).map(word).join('或')
}

function sayAge({ ageFrom, ageTo }: Audience): string {
  if (ageFrom !== undefined && ageTo !== undefined) return `${ageFrom} 至 ${ageTo} 岁`
  if (ageFrom !== undefined) return `${ageFrom} 岁及以上`
  return ageTo === undefined ? '' : `${ageTo} 岁及以下`
}
