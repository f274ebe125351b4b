import * as z from 'zod'
import {
  duesCategories,
  duesFunds,
  duesKinds,
  duesLights,
  duesStages,
  duesWays,
  hardshipStates,
} from './dues-words.ts'
import { Day, Id, Line, Moment, Month, Version, keysOf } from './vocabulary.ts'

/** Sums over many people are whole fen as well. */
export const Sum = z.int()
export const Fen = z.int().min(1, '请填写金额').max(100_000_000, '金额不能超过 100 万元')
export const Quarter = z.string().regex(/^\d{4}-Q[1-4]$/)
export const MemberKey = z.object({ unitId: Id, memberId: Id })

export const Cell = z.object({
  month: Month,
  owedFen: Sum,
  paidFen: Sum,
  light: z.enum(keysOf(duesLights)),
})

export const Standing = z.object({
  /** Months in a row that are owed and not paid, without those that do not count. */
  months: z.int(),
  since: Month.nullable(),
  fen: Sum,
  stage: z.enum(keysOf(duesStages)),
})

const Category = z.enum(keysOf(duesCategories))

export const GridRow = MemberKey.extend({
  name: z.string(),
  category: Category.nullable(),
  /** What the roll suggests where nothing was fixed yet. */
  proposed: Category,
  baseFen: Sum,
  monthlyFen: Sum.nullable(),
  cells: z.array(Cell),
  standing: Standing,
})

export const Base = z.object({
  year: z.int(),
  from: Month,
  category: Category,
  baseFen: Sum,
  note: z.string(),
  byName: z.string(),
  at: Moment,
})

export const NewBase = z.object({
  memberId: Id,
  category: Category,
  /** Fixed, regular monthly income; nothing where the amount does not depend on it. */
  baseFen: z.int().min(0).max(100_000_000).default(0),
  from: Month,
  note: Line.default(''),
})

export const EntryRow = z.object({
  unitId: Id,
  entryId: Id,
  organizationName: z.string(),
  memberName: z.string().nullable(),
  kind: z.enum(keysOf(duesKinds)),
  fund: z.enum(keysOf(duesFunds)),
  month: Month.nullable(),
  period: Month,
  fen: Sum,
  text: z.string(),
  clause: z.string(),
  byName: z.string(),
  at: Moment,
  isReversal: z.boolean(),
  isReversed: z.boolean(),
})

export const Payment = z.object({
  unitId: Id,
  paymentId: Id,
  paidOn: Day,
  fen: Sum,
  way: z.enum(keysOf(duesWays)),
  fund: z.enum(keysOf(duesFunds)),
  text: z.string(),
  months: z.array(Month),
  byName: z.string(),
  isReversed: z.boolean(),
})

export const Hardship = z.object({
  unitId: Id,
  hardshipId: Id,
  memberId: Id,
  name: z.string(),
  organizationName: z.string(),
  from: Month,
  until: Month,
  monthlyFen: Sum,
  reason: z.string(),
  state: z.enum(keysOf(hardshipStates)),
  step: z.string(),
  stepName: z.string(),
  answer: z.string(),
  version: Version,
})

export const NewHardship = z.object({
  from: Month,
  until: Month,
  /** What is paid instead; nothing where all of it is waived. */
  monthlyFen: z.int().min(0).max(1_000_000),
  reason: Line.min(5, '请写明有什么困难，不少于 5 个字'),
})

export const Published = z.object({
  quarter: Quarter,
  edition: z.int(),
  at: Moment,
  byName: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())),
})
