import * as z from 'zod'
import { issueStates, movementKinds, orderStates, titleKinds } from './material-words.ts'
import { FileName } from './notices.ts'
import { Day, Id, Line, Moment, Name, Version, Year, keysOf } from './vocabulary.ts'

export const TitleKey = z.object({ unitId: Id, titleId: Id })
export const OrderKey = z.object({ unitId: Id, orderId: Id })
export const IssueKey = z.object({ unitId: Id, issueId: Id })

export const TitleKind = z.enum(keysOf(titleKinds))
export const Copies = z.int().min(1, '至少一册').max(100_000, '一次最多十万册')
const Cents = z.int().min(0).max(100_000_000)

/** All that a form says about a title. */
export const TitleDraft = z.object({
  kind: TitleKind,
  name: Name,
  author: Line.default(''),
  publisher: Line.default(''),
  code: z
    .string()
    .trim()
    .max(40)
    .regex(/^[0-9A-Za-z-]*$/, '编号只能由数字、字母和短横线组成')
    .default(''),
  year: Year.nullable().default(null),
  priceCents: Cents.default(0),
  /** How long a disc plays. */
  minutes: z.int().min(1).max(10_000).nullable().default(null),
  summary: z.string().trim().max(2_000).default(''),
  /** The role model whose deeds it tells. */
  modelId: Id.nullable().default(null),
})

export const TitleRow = TitleKey.extend({
  kind: TitleKind,
  name: z.string(),
  author: z.string(),
  publisher: z.string(),
  year: z.int().nullable(),
  priceCents: z.int(),
  minutes: z.int().nullable(),
  organizationName: z.string(),
  modelName: z.string().nullable(),
  /** On the shelf of the organization asked about; on all shelves at and below it; with members there. */
  here: z.int(),
  below: z.int(),
  held: z.int(),
  onOrder: z.int(),
  viewings: z.int(),
  retiredOn: Day.nullable(),
  mayKeep: z.boolean(),
})

/** One holder of copies: the shelf of an organization, or a member who was given some. */
export const Holding = z.object({
  organizationId: Id,
  organizationName: z.string(),
  holderId: Id,
  memberName: z.string().nullable(),
  copies: z.int(),
})

export const Movement = z.object({
  unitId: Id,
  movementId: Id,
  day: Day,
  kind: z.enum(keysOf(movementKinds)),
  delta: z.int(),
  organizationName: z.string(),
  memberName: z.string().nullable(),
  note: z.string(),
  byName: z.string(),
  at: Moment,
  isReversed: z.boolean(),
  mayReverse: z.boolean(),
})

export const Order = OrderKey.extend({
  titleId: Id,
  titleName: z.string(),
  organizationName: z.string(),
  copies: z.int(),
  arrived: z.int(),
  supplier: z.string(),
  priceCents: z.int(),
  orderedOn: Day,
  dueOn: Day,
  note: z.string(),
  byName: z.string(),
  state: z.enum(keysOf(orderStates)),
  isLate: z.boolean(),
})

export const Issue = IssueKey.extend({
  titleId: Id,
  titleName: z.string(),
  kind: TitleKind,
  fromName: z.string(),
  toOrganizationId: Id,
  toName: z.string(),
  memberName: z.string().nullable(),
  copies: z.int(),
  /** What was there when the parcel was opened; nothing before. */
  received: z.int().nullable(),
  on: Day,
  receivedOn: Day.nullable(),
  receivedBy: z.string(),
  note: z.string(),
  answer: z.string(),
  byName: z.string(),
  state: z.enum(keysOf(issueStates)),
  version: Version,
  may: z.array(z.enum(['confirm', 'withdraw'])),
})

export const Viewing = z.object({
  unitId: Id,
  viewingId: Id,
  titleName: z.string(),
  organizationName: z.string(),
  on: Day,
  attendance: z.int(),
  note: z.string(),
  byName: z.string(),
})

export const Given = IssueKey.extend({
  titleId: Id,
  titleName: z.string(),
  kind: TitleKind,
  organizationName: z.string(),
  copies: z.int(),
  on: Day,
  isAcknowledged: z.boolean(),
  note: z.string(),
  /** Its e-copy, to read at once. */
  files: z.array(FileName),
})

export type TitleFacts = z.output<typeof TitleDraft>
