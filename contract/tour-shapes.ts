import * as z from 'zod'
import {
  deliveryModes,
  lecturerRoles,
  requestStates,
  tourLevels,
  tripStates,
} from './tour-words.ts'
import { Day, Id, Line, Moment, Name, Text, Version, keysOf } from './vocabulary.ts'
import { cohorts, sectors } from './words.ts'

export const RequestKey = z.object({ unitId: Id, requestId: Id })
export const OfferKey = z.object({ unitId: Id, offerId: Id })
export const TripKey = z.object({ unitId: Id, tripId: Id })
export const SeriesKey = z.object({ unitId: Id, seriesId: Id })

/** Days on which one could, from the first to the last. */
export const Window = z
  .object({ from: Day, until: Day })
  .refine(({ from, until }) => from <= until, '截止日期不能早于开始日期')

const Windows = z.array(Window).min(1, '请写明哪些日子可以').max(10)

export const RequestFacts = z.object({
  topic: Name,
  note: Line.default(''),
  windows: Windows,
  people: z.int().min(1, '请写明大约多少人听').max(10_000),
  cohort: z.enum(keysOf(cohorts)).nullable().default(null),
  mode: z.enum(keysOf(deliveryModes)).default('touring'),
})

export const OfferFacts = z.object({
  lecturerName: Name,
  lecturerRole: z.enum(keysOf(lecturerRoles)),
  /** Where the lecturer is a member of ours, lessons given are credited. */
  lecturerId: Id.nullable().default(null),
  /** Of the lecturer pool: every trip then books them, so that nobody else can have that hour. */
  resourceId: Id.nullable().default(null),
  topics: z.array(Name).min(1, '请写明能讲什么').max(20),
  windows: Windows,
  tripsMax: z.int().min(1).max(200),
  note: Line.default(''),
})

export const Request = RequestKey.extend(RequestFacts.shape).extend({
  organizationId: Id,
  organizationName: Name,
  state: z.enum(keysOf(requestStates)),
  version: Version,
})

export const Offer = OfferKey.extend(OfferFacts.shape).extend({
  organizationName: Name,
  trips: z.int(),
  version: Version,
})

export const TripFacts = z.object({
  topic: Name,
  startsAt: Moment,
  endsAt: Moment,
  place: Line.min(1, '请写明在哪里讲'),
  /** A hall or a base of the pool, booked for the trip. */
  venueId: Id.nullable().default(null),
})

export const Trip = TripKey.extend(TripFacts.shape).extend({
  organizationId: Id,
  organizationName: Name,
  lecturerName: z.string(),
  lecturerRole: z.enum(keysOf(lecturerRoles)),
  seriesTitle: z.string(),
  level: z.enum(keysOf(tourLevels)),
  sector: z.enum(keysOf(sectors)),
  mode: z.enum(keysOf(deliveryModes)),
  state: z.enum(keysOf(tripStates)),
  present: z.int(),
  guests: z.int(),
  version: Version,
})

export const TripRecord = z.object({
  memberIds: z.array(Id).max(500),
  /** Villagers and others who are no members. */
  guests: z.int().min(0).max(10_000).default(0),
  record: Text.min(5, '请写清讲了什么、反响怎样').max(5_000),
})

export const Series = SeriesKey.extend({
  title: Name,
  organizationName: Name,
  level: z.enum(keysOf(tourLevels)).nullable(),
  sectors: z.array(z.enum(keysOf(sectors))),
  sessionsWanted: z.int(),
  from: Day,
  until: Day,
  held: z.int(),
  planned: z.int(),
  present: z.int(),
})
