import * as z from 'zod'
import {
  Comparison,
  DeliveryMode,
  Heading,
  ItemFacts,
  ItemKey,
  QuotaCohort,
} from './plan-shapes.ts'
import { Day, Id, Minutes, Moment, Name, Year } from './vocabulary.ts'

export const Cell = z.object({
  organizationId: Id,
  cohort: QuotaCohort,
  persons: z.int().min(0).max(1_000_000),
})
export const Total = Cell.omit({ organizationId: true })

export const Quotas = z.object({
  year: Year,
  years: z.array(Year),
  organizations: z.array(z.object({ organizationId: Id, name: Name })),
  cohorts: z.array(QuotaCohort),
  totals: z.array(Total),
  /** Beside each quota, how many of those people were in a class that year. */
  cells: z.array(Cell.extend({ trained: z.int() })),
  /** What the plan above gives this organization for the year. */
  fromAbove: z.array(Total.extend({ planTitle: Name })),
})

export const TopicState = z.object({
  topicId: Id,
  heading: Heading,
  title: Name,
  minMinutes: Minutes,
  isMandatory: z.boolean(),
  audienceSentence: z.string(),
  people: z.int(),
  met: z.int(),
})

export const ProjectState = z.object({
  projectId: Id,
  name: Name,
  targetPersons: z.int(),
  targetClasses: z.int(),
  plannedClasses: z.int(),
  heldClasses: z.int(),
  persons: z.int(),
  /** Of the target, in percent. */
  share: z.int(),
})

/** What a class found of a goal that it took from the plan. */
export const GoalReport = z.object({
  goalId: Id,
  unitId: Id,
  classId: Id,
  title: z.string(),
  until: Day,
  actual: z.string(),
  isMet: z.boolean(),
})

export const Edition = z.object({
  edition: z.int(),
  approvedAt: Moment,
  approvedByName: z.string(),
  items: z.int(),
  topics: z.int(),
  persons: z.int(),
})

export const Closing = z.object({
  at: Moment,
  byName: z.string(),
  actual: z.string(),
  suggestions: z.string(),
  comparisons: z.array(Comparison),
})

export const Overlap = z.object({
  first: ItemKey.extend({ title: Name, organizationName: Name, from: Day, until: Day }),
  second: ItemKey.extend({ title: Name, organizationName: Name, from: Day, until: Day }),
  heading: Heading,
  /** How many people are in both audiences. */
  persons: z.int(),
  sentence: z.string(),
})

export const MyItem = z.object({
  itemId: Id,
  title: Name,
  organizationName: Name,
  mode: DeliveryMode,
  heading: Heading,
  from: Day,
  until: Day,
  minutes: Minutes,
  parts: ItemFacts.shape.parts,
  /** Why it is for this person, in words. */
  because: z.string(),
})
