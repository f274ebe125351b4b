import * as z from 'zod'
import { ActivityKind } from './activity-shapes.ts'
import { command, query } from './kit.ts'
import { Day, Id, Line, Moment, Month } from './vocabulary.ts'

/** Names one thing that is owed: whose, of which kind, for which period, the how-manieth. */
const Key = z.string().min(1).max(160)
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请写时间，例如 09:00')

const Slot = z.object({ on: Day, at: Clock, place: Line })

const Proposed = z.object({
  key: Key,
  organizationId: Id,
  organizationName: z.string(),
  kind: ActivityKind,
  kindName: z.string(),
  groupId: Id.nullable(),
  groupName: z.string(),
  /** "9月", "三季度": what it counts for. */
  label: z.string(),
  title: z.string(),
  startsAt: Moment,
  endsAt: Moment,
  place: z.string(),
  lecturerName: z.string(),
  /** What was asked from above to be studied there. */
  topics: z.array(z.string()),
  isMakeUp: z.boolean(),
  isMoved: z.boolean(),
  /** Why this day, in words. */
  why: z.array(z.string()),
  /** What should be looked at, and does not stand in the way. */
  warnings: z.array(z.string()),
  /** Why it cannot be held then; empty where it can. */
  clash: z.string(),
  clause: z.string(),
})

const Span = { organizationId: Id, from: Month, until: Month }

export const schedules = {
  propose: query({
    grant: 'activities.organize',
    summary: '排期：为一个支部或下级各支部，把应开而没有安排的组织生活排到合规的日子里',
    input: z.object({
      ...Span,
      /** Lines that somebody has put elsewhere; the others are placed around them. */
      moved: z
        .array(Slot.extend({ key: Key }))
        .max(40)
        .default([]),
      leftOut: z.array(Key).max(200).default([]),
    }),
    output: z.object({
      organizationName: z.string(),
      isBranch: z.boolean(),
      branches: z.int(),
      /** Owed in these months, and already held or planned. */
      arranged: z.int(),
      /** Owed in a quarter or year that ends after these months: may still wait. */
      later: z.int(),
      /** Years whose holidays are not announced: what lies in them is provisional. */
      provisionalYears: z.array(z.int()),
      rows: z.array(Proposed).max(500),
    }),
  }),

  accept: command({
    grant: 'activities.organize',
    summary: '采用排期：一次计划所选的全部活动；有一项不行就都不计划',
    input: z.object({
      ...Span,
      lines: z
        .array(Slot.extend({ key: Key, activityId: Id }))
        .min(1)
        .max(500),
    }),
    output: z.object({ planned: z.int() }),
  }),
}
