import * as z from 'zod'
import { packItemKinds, visitStates, witnessRelations } from './outreach-words.ts'
import { Day, Id, Line, Minutes, Moment, Name, Text, Version, keysOf } from './vocabulary.ts'

export const PackKey = z.object({ unitId: Id, packId: Id })
export const RoundKey = z.object({ unitId: Id, roundId: Id })
export const VisitKey = z.object({ unitId: Id, visitId: Id })

export const PackItem = z.object({
  id: Id,
  title: Name,
  kind: z.enum(keysOf(packItemKinds)),
  /** How many of it every member gets. */
  copies: z.int().min(1).max(100),
})

export const Pack = PackKey.extend({
  title: Name,
  organizationName: Name,
  items: z.array(PackItem),
  version: Version,
})

/** Signed on the glass: strokes as an SVG path, and nothing else. */
const Signature = z
  .string()
  .max(20_000)
  .regex(/^[ML0-9 .]*$/)

export const Witness = z.object({
  name: Name,
  relation: z.enum(keysOf(witnessRelations)),
  signature: Signature,
})

/** What a visitor writes down at the door, perhaps long before the server hears of it. */
export const CaptureFacts = z.object({
  /** By the clock of the phone. */
  at: Moment,
  isMet: z.boolean(),
  /** Of the pack. */
  delivered: z.array(Id).max(50),
  minutes: Minutes.max(600),
  note: Text.max(1_000),
  witness: Witness.nullable(),
})

export const Evidence = CaptureFacts.extend({
  captureId: Id,
  byName: z.string(),
  isMine: z.boolean(),
  receivedAt: Moment,
  photoId: Id.nullable(),
  /** How often it was written anew after it had come in; what it said before is kept. */
  revision: z.int(),
})

export const Visit = VisitKey.extend({
  day: Day,
  state: z.enum(keysOf(visitStates)),
  because: z.string(),
  /** How many besides the first have to say so, and how many have. */
  needed: z.int(),
  attested: z.int(),
  creditedMinutes: Minutes,
  /** Why hours could not be posted although the visit stands. */
  problem: z.string(),
  evidence: z.array(Evidence),
  confirmations: z.array(
    z.object({
      name: z.string(),
      as: z.enum(['visitor', 'member']),
      isTrue: z.boolean(),
      note: z.string(),
      at: Moment,
    }),
  ),
  version: Version,
})

export const Stop = z.object({
  memberId: Id,
  name: Name,
  organizationName: Name,
  plannedOn: Day.nullable(),
  note: z.string(),
  visits: z.array(Visit),
})

export const RoundHead = RoundKey.extend({
  title: Name,
  organizationName: Name,
  from: Day,
  until: Day,
  endedOn: Day.nullable(),
  visitors: z.array(z.string()),
  people: z.int(),
  visited: z.int(),
  waiting: z.int(),
  disputed: z.int(),
})

export const StopPlan = z.object({
  memberId: Id,
  plannedOn: Day.nullable().default(null),
  note: Line.default(''),
})
