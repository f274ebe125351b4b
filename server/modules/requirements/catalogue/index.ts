import type { RequirementKey } from '@zhixing/contract'
import { countyCadreHours, sectionCadreHours } from './cadre-hours.ts'
import { committeeClasses } from './committee-classes.ts'
import { committeeHours } from './committee-hours.ts'
import type { Requirement } from './declare.ts'
import { fiveYearRotation } from './five-year-rotation.ts'
import { leaderLessons } from './leader-lessons.ts'
import { memberHours } from './member-hours.ts'
import { newMember } from './new-member.ts'
import { newSecretary } from './new-secretary.ts'
import { planTopics } from './plan-topics.ts'
import { secretaryLessons } from './secretary-lessons.ts'
import { secretaryRotation } from './secretary-rotation.ts'
import { topicHours } from './topic-hours.ts'
import { twoTierRotation } from './two-tier-rotation.ts'
import { villageSecretaryTerm } from './village-secretary-term.ts'

/** Everything that somebody can owe, one line each; the compiler asks for the missing one. */
const declared: Readonly<Record<RequirementKey, Requirement>> = {
  memberHours,
  committeeHours,
  committeeClasses,
  secretaryRotation,
  newSecretary,
  newMember,
  topicHours,
  planTopics,
  sectionCadreHours,
  countyCadreHours,
  secretaryLessons,
  leaderLessons,
  fiveYearRotation,
  twoTierRotation,
  villageSecretaryTerm,
}

export const allRequirements: readonly Requirement[] = Object.values(declared)

export function requirementOf(key: RequirementKey): Requirement {
  return declared[key]
}
