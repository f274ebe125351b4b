import * as z from 'zod'
import {
  baseTypes,
  bookingStates,
  itemForms,
  lecturerCategories,
  lecturerOrigins,
  menuCategories,
  resourceKinds,
  roomTypes,
  titleRanks,
} from './resource-words.ts'
import { Day, Id, Line, Moment, Name, Version, Year, keysOf } from './vocabulary.ts'

export const Days = z.object({ from: Day, until: Day })

export const ResourceKind = z.enum(keysOf(resourceKinds))
export const BookingState = z.enum(keysOf(bookingStates))
const Category = z.enum(keysOf(menuCategories))
export const Origin = z.enum(keysOf(lecturerOrigins))
const Form = z.enum(keysOf(itemForms))

export const ResourceKey = z.object({ unitId: Id, resourceId: Id })
export const BookingKey = z.object({ unitId: Id, bookingId: Id })

/** Open on a weekday, 1 is Monday, from a minute of the day until another. */
const Opening = z
  .object({
    weekday: z.int().min(1).max(7),
    from: z.int().min(0).max(1439),
    until: z.int().min(1).max(1440),
  })
  .refine(({ from, until }) => from < until, { message: '关门时间要晚于开门时间', path: ['until'] })

const Honour = z.object({ title: Line.min(2), year: Year, by: Line.default('') })

const Term = z
  .object({ by: Line.min(2, '请写明由谁聘任'), from: Day, until: Day })
  .refine(({ from, until }) => from <= until, { message: '聘期结束要晚于开始', path: ['until'] })

const Lecturer = z.object({
  kind: z.literal('lecturer'),
  type: z.enum(keysOf(lecturerCategories)),
  origin: Origin,
  rank: z.enum(keysOf(titleRanks)),
  employer: Line.default(''),
  subjects: z.array(Line.min(1)).max(20).default([]),
  audience: Line.default(''),
  /** Whoever is appointed teaches within the term only. */
  term: Term.nullable().default(null),
  /** The member who teaches, where the lecturer is one of our own ranks. */
  memberId: Id.nullable().default(null),
})

const venue = {
  openingRules: z.string().trim().max(1000).default(''),
  equipment: z.array(Line.min(1)).max(50).default([]),
  /** What a demonstration site is held up for. */
  criteria: z.string().trim().max(1000).default(''),
}
const Room = z.object({ kind: z.literal('room'), type: z.enum(keysOf(roomTypes)), ...venue })
const Base = z.object({ kind: z.literal('base'), type: z.enum(keysOf(baseTypes)), ...venue })
const Kit = z.object({ kind: z.literal('kit'), type: z.literal('kit'), model: Line.default('') })

/** What only this kind of resource has. */
export const Details = z.discriminatedUnion('kind', [Lecturer, Room, Base, Kit])

const Spot = z.object({
  address: Line,
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
})

/** All that a form says about a resource. */
export const ResourceDraft = z
  .object({
    name: Name,
    details: Details,
    /** Whether organizations elsewhere, also of other units, may order it. */
    isShared: z.boolean().default(false),
    /** How many may be had at once: sets of kit, groups on a base. */
    count: z.int().min(1).max(1000).default(1),
    seats: z.int().min(1).max(100_000).nullable().default(null),
    feature: Line.default(''),
    spot: Spot.nullable().default(null),
    /** Without any: every day from eight till ten. */
    opening: z.array(Opening).max(28).default([]),
    honours: z.array(Honour).max(20).default([]),
    /** Listed among the red resources of the place. */
    isRed: z.boolean().default(false),
    /** The house it belongs to: a room of an academy, a lecturer of a lesson study. */
    partOfId: Id.nullable().default(null),
  })
  .refine(({ details, feature }) => details.kind !== 'base' || feature.length >= 2, {
    message: '一基地一特色：请写明这个基地的特色',
    path: ['feature'],
  })

export const ResourceRow = ResourceKey.extend({
  kind: ResourceKind,
  type: z.string(),
  name: z.string(),
  feature: z.string(),
  organizationId: Id,
  organizationName: z.string(),
  isShared: z.boolean(),
  isRed: z.boolean(),
  seats: z.int().nullable(),
  count: z.int(),
  honours: z.array(Honour),
  items: z.int(),
  /** Of the last twelve months. */
  used: z.int(),
  score: z.number().nullable(),
  waiting: z.int(),
  retiredOn: Day.nullable(),
  mayManage: z.boolean(),
})

export const Item = z.object({
  itemId: Id,
  category: Category,
  form: Form,
  title: z.string(),
  body: z.string(),
  minutes: z.int(),
  persons: z.int().nullable(),
  honours: z.array(Honour),
  ordered: z.int(),
  isOffered: z.boolean(),
})

export const ItemDraft = z.object({
  category: Category,
  form: Form,
  title: Name,
  body: z.string().trim().max(2000).default(''),
  minutes: z.int().min(10, '至少 10 分钟').max(1440),
  persons: z.int().min(1).max(10_000).nullable().default(null),
  honours: z.array(Honour).max(20).default([]),
  isOffered: z.boolean().default(true),
})

export const Span = z
  .object({ from: Moment, until: Moment })
  .refine(({ from, until }) => from < until, { message: '结束要晚于开始', path: ['until'] })

export const Booking = BookingKey.extend({
  resourceId: Id,
  resourceName: z.string(),
  kind: ResourceKind,
  state: BookingState,
  from: Moment,
  until: Moment,
  title: z.string(),
  itemTitle: z.string().nullable(),
  forOrganizationId: Id,
  forName: z.string(),
  persons: z.int(),
  quantity: z.int(),
  note: z.string(),
  byName: z.string(),
  reason: z.string(),
  score: z.int().nullable(),
  comment: z.string(),
  /** What is held there, for the two sides. */
  activity: z.object({ unitId: Id, activityId: Id, title: z.string() }).nullable(),
  version: Version,
  /** What the reader may do with it now. */
  may: z.array(z.enum(['approve', 'confirm', 'checkIn', 'rate', 'withdraw', 'noShow', 'unblock'])),
})

export type ResourceFacts = z.output<typeof ResourceDraft>
export type ResourceBooking = z.output<typeof Booking>
