import * as z from 'zod'
import { Audience } from './audience.ts'
import {
  deliveryModes,
  headings,
  keyProjects,
  lightWords,
  planKinds,
  planStates,
  quotaCohorts,
  trainingTypes,
} from './plan-words.ts'
import { Day, Id, Line, Minutes, Name, Version, Year, keysOf } from './vocabulary.ts'

export const PlanKey = z.object({ unitId: Id, planId: Id })
export const ItemKey = PlanKey.extend({ itemId: Id })

export const PlanKind = z.enum(keysOf(planKinds))
export const PlanState = z.enum(keysOf(planStates))
export const Heading = z.enum(keysOf(headings))
export const DeliveryMode = z.enum(keysOf(deliveryModes))
export const TrainingType = z.enum(keysOf(trainingTypes))
export const QuotaCohort = z.enum(keysOf(quotaCohorts))
export const Light = z.enum(keysOf(lightWords))

const Told = z.string().trim().max(1000)
const Percent = z.int().min(0).max(100)

/** What people should be able to do afterwards, how that is measured, and how much of it is expected. */
export const Goal = z.object({ id: Id, text: Line.min(2), measure: Line.min(2), target: Line })

/** What the plan is meant to solve, and who found it. */
const Problem = z.object({ id: Id, text: Line.min(2), source: Line })

/** So much of a topic for whom, this year; what is mandatory becomes a requirement once the plan is approved. */
const Topic = z.object({
  id: Id,
  heading: Heading,
  title: Name,
  minMinutes: Minutes,
  audience: Audience,
  isMandatory: z.boolean(),
})

const Project = z.object({
  id: Id,
  key: z.enum(keysOf(keyProjects)).nullable(),
  name: Name,
  targetPersons: z.int().min(0).max(1_000_000),
  targetClasses: z.int().min(0).max(10_000),
})

/** A task of a document from above that the plan carries out. */
const Basis = z.object({ policyUnitId: Id, policyId: Id, taskId: Id })

export const PlanFacts = z.object({
  title: Name,
  fromYear: Year,
  untilYear: Year,
  expected: Told,
  /** What share of those called should come; the light of quality is judged by it. */
  qualityTarget: Percent,
  goals: z.array(Goal).max(30),
  problems: z.array(Problem).max(50),
  topics: z.array(Topic).max(40),
  projects: z.array(Project).max(20),
  basis: z.array(Basis).max(50),
})
export type TrainingPlanFacts = z.infer<typeof PlanFacts>

/** A part of an item: some of it may be online, some of it face to face. */
const Part = z.object({ title: Name, isOnline: z.boolean(), minutes: Minutes })

export const ItemFacts = z.object({
  title: Name,
  type: TrainingType,
  mode: DeliveryMode,
  heading: Heading,
  audience: Audience,
  from: Day,
  until: Day,
  /** How many sessions or classes, and how many people in all. */
  sessions: z.int().min(1).max(500),
  persons: z.int().min(0).max(1_000_000),
  minutes: Minutes,
  place: Line,
  goalId: Id.nullable(),
  projectId: Id.nullable(),
  problemIds: z.array(Id).max(20),
  parts: z.array(Part).max(20),
  /** What it should bring about, by what one sees it, and for how many of a hundred. */
  effect: Line,
  measure: Line,
  targetShare: Percent,
})
export type PlanItemFacts = z.infer<typeof ItemFacts>

const Lit = z.object({ light: Light, sentence: z.string() })

/** In time, well enough, enough of it. */
export const Lights = z.object({ date: Lit, quality: Lit, count: Lit })

export const Held = z.object({
  sessions: z.int(),
  persons: z.int(),
  due: z.int(),
  present: z.int(),
  minutes: z.int(),
  firstOn: Day.nullable(),
  lastOn: Day.nullable(),
})

export const ItemState = ItemKey.extend({
  ...ItemFacts.shape,
  version: Version,
  audienceSentence: z.string(),
  /** What it came from: "survey:<id>"; empty where somebody wrote it. */
  origin: z.string(),
  originSentence: z.string(),
  cancelReason: z.string().nullable(),
  held: Held,
  lights: Lights,
  /** Cohorts of its audience for whom this way of teaching is not suited, in words. */
  unsuited: z.array(z.string()),
})

/** Expected beside actual, of one goal or one item, as it stood when the plan was closed. */
export const Comparison = z.object({
  key: Id,
  what: z.string(),
  expected: z.string(),
  actual: z.string(),
  isMet: z.boolean(),
  suggestion: z.string(),
})

export const PlanHead = PlanKey.extend({
  organizationId: Id,
  organizationName: Name,
  kind: PlanKind,
  title: Name,
  fromYear: Year,
  untilYear: Year,
  state: PlanState,
  edition: z.int(),
  /** Worked on again since it was approved; what was approved stays in force meanwhile. */
  isRevising: z.boolean(),
  items: z.int(),
  lights: z.object({ date: Light, quality: Light, count: Light }),
})
