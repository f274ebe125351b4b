import * as z from 'zod'
import { Audience } from './audience.ts'
import { FormDefinition } from './form-shapes.ts'
import { DeliveryMode, Heading, PlanKey, TrainingType } from './plan-shapes.ts'
import { breakdowns, checkGrades, needStates, surveyKinds, surveyStates } from './survey-words.ts'
import { Day, Id, Line, Minutes, Name, Version, keysOf } from './vocabulary.ts'

export const SurveyKey = z.object({ unitId: Id, surveyId: Id })
export const Breakdown = z.enum(keysOf(breakdowns))
export type Breakdown = z.infer<typeof Breakdown>
const Kind = z.enum(keysOf(surveyKinds))
const State = z.enum(keysOf(surveyStates))

/** How many are drawn by lot from a group; groups without a line are not asked. */
const Quota = z.object({ group: z.string().min(1).max(40), size: z.int().min(1).max(100_000) })

/** Everything that is settled before somebody is asked. */
export const SurveyPlan = z.object({
  kind: Kind,
  definition: FormDefinition,
  isAnonymous: z.boolean(),
  breakdown: Breakdown.nullable(),
  audience: Audience,
  quotas: z.array(Quota).max(20),
  from: Day,
  until: Day,
})
export type SurveyPlan = z.infer<typeof SurveyPlan>

export const SurveyHead = SurveyKey.extend({
  kind: Kind,
  title: Name,
  organizationName: Name,
  isAnonymous: z.boolean(),
  state: State,
  from: Day,
  until: Day,
  asked: z.int(),
  answered: z.int(),
})

/** One group of those asked: how many, how many of them answered. */
export const Group = z.object({
  key: z.string(),
  name: z.string(),
  asked: z.int(),
  answered: z.int(),
})

/** What the answers to one question come to. */
export const Tally = z.object({
  questionId: z.string(),
  answered: z.int(),
  /** By option or mark; of a matrix by "row|option". */
  counts: z.record(z.string(), z.int()),
  mean: z.number().nullable(),
})
export type Tally = z.infer<typeof Tally>

export const Person = z.object({ memberUnitId: Id, memberId: Id })

export const Assessment = z.object({ grade: z.enum(keysOf(checkGrades)), comment: Line })

export const Need = z.object({
  unitId: Id,
  needId: Id,
  title: Name,
  reason: z.string(),
  cohort: z.string(),
  support: z.int(),
  surveyId: Id,
  surveyTitle: z.string(),
  /** The item of a plan that it became. */
  planId: Id.nullable(),
  itemId: Id.nullable(),
  state: z.enum(keysOf(needStates)),
  note: z.string(),
  version: Version,
  /** Lessons of classes that answer it. */
  lessons: z.array(
    z.object({ unitId: Id, classId: Id, classTitle: z.string(), title: z.string(), day: Day }),
  ),
})

/** How an approved need stands in a plan. */
export const NeedPlan = PlanKey.extend({
  from: Day,
  until: Day,
  minutes: Minutes.min(1),
  persons: z.int().min(1).max(1_000_000),
  type: TrainingType,
  mode: DeliveryMode,
  heading: Heading,
})

/** Bytes of a ticket, in base64url. */
export const Sealed = z.string().regex(/^[\w-]{10,1024}$/, '票据已损坏，请重新打开问卷')
