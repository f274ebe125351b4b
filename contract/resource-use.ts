import * as z from 'zod'
import { Booking, ResourceKey, ResourceKind } from './resource-shapes.ts'
import { Day, Id } from './vocabulary.ts'

/** How much of its open hours a resource was used, and by whom. */
const Use = ResourceKey.extend({
  kind: ResourceKind,
  type: z.string(),
  name: z.string(),
  isShared: z.boolean(),
  /** Of a year and of many pieces: more than a member can ever study. */
  openMinutes: z.int(),
  usedMinutes: z.int(),
  /** Hundredths; nothing where it was never open. */
  percent: z.number().nullable(),
  times: z.int(),
  /** Of these, by organizations that it does not belong to. */
  foreign: z.int(),
  noShows: z.int(),
  persons: z.int(),
  suggestion: z.string(),
})

export const Utilisation = z.object({
  rows: z.array(Use),
  total: z.int(),
  idle: z.int(),
  clause: z.string(),
  /** What is ordered most, and what nobody orders: the menu is adjusted by it. */
  demand: z.array(
    z.object({
      itemId: Id,
      resourceName: z.string(),
      title: z.string(),
      category: z.string(),
      ordered: z.int(),
      refused: z.int(),
      score: z.number().nullable(),
    }),
  ),
  /** Used by others than the owner, the latest first. */
  log: z.array(
    z.object({
      day: Day,
      resourceName: z.string(),
      itemTitle: z.string().nullable(),
      ownerName: z.string(),
      forName: z.string(),
      isOtherUnit: z.boolean(),
      title: z.string(),
      persons: z.int(),
    }),
  ),
})

export const Point = ResourceKey.extend({
  kind: ResourceKind,
  type: z.string(),
  name: z.string(),
  feature: z.string(),
  organizationName: z.string(),
  address: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  isRed: z.boolean(),
  used: z.int(),
  immersive: z.int(),
})

/** One page of an institution: what is organized there, who teaches, what there is to read, and what people say. */
export const House = ResourceKey.extend({
  name: z.string(),
  type: z.string(),
  organizationName: z.string(),
  mayManage: z.boolean(),
  rooms: z.array(
    z.object({ resourceId: Id, name: z.string(), type: z.string(), seats: z.int().nullable() }),
  ),
  lecturers: z.array(
    z.object({
      resourceId: Id,
      name: z.string(),
      subjects: z.array(z.string()),
      term: z.string(),
      lessons: z.int(),
      score: z.number().nullable(),
    }),
  ),
  courseware: z.array(
    z.object({ unitId: Id, fileId: Id, name: z.string(), bytes: z.int(), pushed: z.int() }),
  ),
  ahead: z.array(Booking),
  /** Held here by training classes. */
  classes: z.array(Booking),
  feedback: z.array(
    z.object({
      name: z.string(),
      score: z.int(),
      comment: z.string(),
      forName: z.string(),
      day: Day,
    }),
  ),
  held: z.int(),
  persons: z.int(),
})
