import * as z from 'zod'
import { educationLevels } from './codes.ts'
import { command, query } from './kit.ts'
import { layers, ranks, ruralTypes, trades, traits } from './profile-words.ts'
import {
  Day,
  Id,
  Line,
  Minutes,
  Name,
  Paging,
  Version,
  Year,
  keysOf,
  pageOf,
} from './vocabulary.ts'
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
  layers: z
    .array(z.enum(keysOf(layers)))
    .max(3)
    .optional(),
  ranks: z
    .array(z.enum(keysOf(ranks)))
    .max(3)
    .optional(),
  trades: z
    .array(z.enum(keysOf(trades)))
    .max(11)
    .optional(),
  traits: z
    .array(z.enum(keysOf(traits)))
    .max(8)
    .optional(),
  ruralTypes: z
    .array(z.enum(keysOf(ruralTypes)))
    .max(3)
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

const SavedKey = z.object({ unitId: Id, audienceId: Id })

const Saved = SavedKey.extend({
  name: Name,
  audience: Audience,
  sentence: z.string(),
  organizationId: Id,
  organizationName: Name,
  version: Version,
  /** Whether the reader may change it here. */
  isOwn: z.boolean(),
})

const WatchKey = z.object({ unitId: Id, watchId: Id })

const Watch = WatchKey.extend({
  name: Name,
  sentence: z.string(),
  organizationName: Name,
  year: Year,
  targetMinutes: Minutes,
  /** How much of the people have to reach it, in percent. */
  targetShare: z.int(),
  people: z.int(),
  reached: z.int(),
  isReached: z.boolean(),
})

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

  saved: query({
    grant: 'members.view',
    summary: '存下的对象范围：本组织的、下级的，和上级共享的',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(Saved),
  }),

  save: command({
    grant: 'audience.save',
    summary: '存下一个对象范围，以后按名称选用；下级也能用',
    input: z.object({
      organizationId: Id,
      name: Name,
      audience: Audience,
      /** The one that is changed; without, a new one. */
      change: SavedKey.extend({ version: Version }).nullable().default(null),
    }),
    output: SavedKey.extend({ version: Version }),
  }),

  drop: command({
    grant: 'audience.save',
    summary: '删除存下的对象范围',
    input: SavedKey.extend({ version: Version }),
    output: z.object({}),
  }),

  watches: query({
    grant: 'members.view',
    summary: '重点群体：各有自己的目标，现在达到没有',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(Watch).extend({ today: Day }),
  }),

  watch: query({
    grant: 'members.view',
    summary: '一个重点群体的名单，没有达标的在前',
    input: Paging.extend({ ...WatchKey.shape, organizationId: Id }),
    output: pageOf(
      z.object({
        unitId: Id,
        memberId: Id,
        name: z.string(),
        organizationName: z.string(),
        minutes: z.int(),
        isReached: z.boolean(),
      }),
    ).extend({ watch: Watch }),
  }),

  setWatch: command({
    grant: 'audience.save',
    summary: '盯住一个群体：一年学多少，达标多大比例',
    input: z.object({
      organizationId: Id,
      name: Name,
      audience: Audience,
      year: Year,
      targetMinutes: Minutes.min(1),
      targetShare: z.int().min(1).max(100),
    }),
    output: WatchKey,
  }),

  endWatch: command({
    grant: 'audience.save',
    summary: '不再盯住这个群体',
    input: WatchKey,
    output: z.object({}),
  }),
}
