import * as z from 'zod'
import { ranks, ruralTypes, trades, traits } from './profile-words.ts'
import { Day, Id, keysOf } from './vocabulary.ts'
import { excuseReasons } from './words.ts'

/** How somebody learns, beside what the official form says: what age and education do not tell. */
export const Profile = z.object({
  rank: z.enum(keysOf(ranks)),
  trade: z.enum(keysOf(trades)).nullable(),
  traits: z.array(z.enum(keysOf(traits))).max(8),
  /** Came from an enterprise that was restructured, or is in one. */
  isRestructured: z.boolean(),
})

export const Growth = z.object({
  type: z.enum(keysOf(ruralTypes)),
  on: Day,
  note: z.string(),
  byName: z.string(),
})

export const Excuse = z.object({
  id: Id,
  reason: z.enum(keysOf(excuseReasons)),
  note: z.string(),
  from: Day,
  until: Day.nullable(),
  approvedBy: z.string(),
  endedOn: Day.nullable(),
  isInForce: z.boolean(),
})

export const Tally = z.object({
  total: z.int(),
  rosters: z.record(z.string(), z.int()),
  stages: z.record(z.string(), z.int()),
  sexes: z.record(z.string(), z.int()),
  cohorts: z.record(z.string(), z.int()),
  tags: z.array(z.object({ tag: z.string(), count: z.int() })),
})
