import * as z from 'zod'
import { educationLevels } from './codes.ts'
import { query } from './kit.ts'
import { Id, Line, keysOf } from './vocabulary.ts'
import {
  cohorts,
  employments,
  organizationKinds,
  posts,
  rosters,
  sectors,
  sexes,
  stages,
} from './words.ts'

export const Cohort = z.enum(keysOf(cohorts))
export type Cohort = z.infer<typeof Cohort>
export const Roster = z.enum(keysOf(rosters))
export type Roster = z.infer<typeof Roster>

const age = z.int().min(0).max(150)

/**
 * Whom something is for. Each condition that is given must hold; of the values within one, any may.
 * An empty list asks nothing.
 */
export const Audience = z.strictObject({
  cohorts: z.array(Cohort).max(20).optional(),
  without: z.array(Cohort).max(20).optional(),
  rosters: z.array(Roster).max(3).optional(),
  stages: z
    .array(z.enum(keysOf(stages)))
    .max(2)
    .optional(),
  sexes: z
    .array(z.enum(keysOf(sexes)))
    .max(2)
    .optional(),
  employments: z
    .array(z.enum(keysOf(employments)))
    .max(5)
    .optional(),
  educations: z
    .array(z.enum(keysOf(educationLevels)))
    .max(6)
    .optional(),
  posts: z
    .array(z.enum(keysOf(posts)))
    .max(8)
    .optional(),
  tags: z.array(Line.min(1)).max(20).optional(),
  ageFrom: age.optional(),
  ageTo: age.optional(),
  sectors: z
    .array(z.enum(keysOf(sectors)))
    .max(9)
    .optional(),
  organizationKinds: z
    .array(z.enum(keysOf(organizationKinds)))
    .max(9)
    .optional(),
  tiers: z.array(z.int().min(1).max(9)).max(9).optional(),
  /** These organizations and all below them. */
  organizationIds: z.array(Id).max(500).optional(),
})
export type Audience = z.infer<typeof Audience>

export const audience = {
  preview: query({
    grant: 'members.view',
    summary: '试算一个对象范围：现在有多少人，各占多少，举几个例子',
    input: z.object({ organizationId: Id, audience: Audience }),
    output: z.object({
      total: z.int(),
      branches: z.int(),
      sentence: z.string(),
      sample: z.array(
        z.object({ unitId: Id, memberId: Id, name: z.string(), because: z.string() }),
      ),
    }),
  }),
}
