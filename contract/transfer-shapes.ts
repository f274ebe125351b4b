import * as z from 'zod'
import {
  pocketKinds,
  transferReasons,
  transferRoutes,
  transferStates,
  transferWays,
} from './transfer-words.ts'
import { Day, Id, Line, Month, Name, Text, keysOf } from './vocabulary.ts'

export const TransferKey = z.object({ unitId: Id, transferId: Id })
export const TransferState = z.enum(keysOf(transferStates))
export const TransferReason = z.enum(keysOf(transferReasons))

const Key = z.string().min(1).max(40)

/** Where somebody goes: a branch of this platform, or an organization outside of it. */
export const Destination = z.object({
  /** A branch here; nothing where they leave the platform. */
  organizationId: Id.nullable(),
  /** Outside: the committee the letter is addressed to. */
  outside: Line.default(''),
  contact: Line.default(''),
})

export const Wish = z.object({
  destination: Destination,
  reason: TransferReason,
  note: Text.max(500).default(''),
})

export const Letter = z.object({
  /** 〔2026〕12号 */
  number: z.string(),
  issuedOn: Day,
  validDays: z.int(),
  validUntil: Day,
  duesPaidTo: Month,
  issuer: z.string(),
})

export const TransferRow = TransferKey.extend({
  memberId: Id.nullable(),
  name: Name,
  route: z.enum(keysOf(transferRoutes)),
  way: z.enum(keysOf(transferWays)),
  state: TransferState,
  fromName: z.string(),
  toName: z.string(),
  startedOn: Day,
  letter: Letter.nullable(),
  pocket: z.enum(keysOf(pocketKinds)).nullable(),
  /** Days since the letter was issued, and until it is void; negative when it is. */
  heldDays: z.int().nullable(),
  daysLeft: z.int().nullable(),
  /** Whose turn it is; nothing once it is over. */
  stepName: z.string(),
  deciders: z.string(),
})

export const TransferNext = z.object({
  step: Key,
  stepName: z.string(),
  deciders: z.string(),
  outcomes: z.array(z.object({ key: Key, name: z.string(), needsReason: z.boolean() })),
  papers: z.array(z.object({ key: Key, name: z.string() })),
  /** Why the reader cannot decide it; nothing where they can. */
  refusal: z.string().nullable(),
})

/** One thing that happened on the way, as both ends read it. */
export const TransferEvent = z.object({
  on: Day,
  stepName: z.string(),
  outcomeName: z.string(),
  byName: z.string(),
  reason: z.string(),
  files: z.array(z.object({ unitId: Id, fileId: Id, name: z.string(), bytes: z.int() })),
})
