import * as z from 'zod'
import {
  appealStates,
  clockStages,
  conductClocks,
  disposalGrounds,
  disposalKinds,
  disposalStates,
  statementWays,
  taskStates,
} from './conduct-words.ts'
import { Day, Id, Line, Moment, Month, Name, Version, keysOf } from './vocabulary.ts'

export const ConductPerson = z.object({ unitId: Id, memberId: Id })
export const ConductCaseKey = z.object({ unitId: Id, caseId: Id })
export const ConductTaskKey = z.object({ unitId: Id, taskId: Id })

/** What is said under seal. */
export const Told = z.string().trim().min(5, '请写清楚，不少于 5 个字').max(5000)

const Stage = z.enum(keysOf(clockStages))
export const Clock = z.object({
  clock: z.enum(keysOf(conductClocks)),
  /** Months in a row that count, without those in which nothing was asked or a lawful excuse held. */
  months: z.int(),
  since: Month.nullable(),
  stage: Stage,
  sentence: z.string(),
})

export const ClockRow = ConductPerson.extend({
  name: Name,
  organizationId: Id,
  organizationName: Name,
  clocks: z.array(Clock),
  /** The gravest of the three. */
  stage: Stage,
  isExcused: z.boolean(),
  caseId: Id.nullable(),
})

export const ConductTask = ConductTaskKey.extend({
  memberId: Id,
  name: Name,
  organizationName: Name,
  title: z.string(),
  givenOn: Day,
  dueOn: Day,
  state: z.enum(keysOf(taskStates)),
  doneOn: Day.nullable(),
  report: z.string(),
  isLate: z.boolean(),
  version: Version,
})

/** That there is a case, and where it stands; never what it says. */
export const CaseRow = ConductCaseKey.extend({
  memberId: Id,
  name: Name,
  organizationName: Name,
  kind: z.enum(keysOf(disposalKinds)),
  ground: z.enum(keysOf(disposalGrounds)),
  state: z.enum(keysOf(disposalStates)),
  stepName: z.string(),
  dueOn: Day.nullable(),
  isLate: z.boolean(),
  openedOn: Day,
})

const Vote = z.object({
  activityId: Id,
  motionId: Id,
  day: Day,
  text: z.string(),
  result: z.string(),
  isPassed: z.boolean(),
})

const Appeal = z.object({
  state: z.enum(keysOf(appealStates)),
  on: Day,
  text: z.string(),
  answer: z.string(),
  until: Day,
})

export const CaseFile = CaseRow.extend({
  version: Version,
  step: z.string(),
  facts: z.string(),
  statement: z
    .object({ way: z.enum(keysOf(statementWays)), on: Day, text: z.string(), byName: z.string() })
    .nullable(),
  correction: z.object({ until: Day, helperName: z.string(), measures: z.string() }).nullable(),
  notes: z.array(z.object({ on: Day, text: z.string(), byName: z.string(), at: Moment })),
  talks: z.array(z.object({ talkId: Id, heldOn: Day, talkerName: Name })),
  vote: Vote.nullable(),
  /** Votes of the branch's meetings since the case began, to choose from. */
  motions: z.array(Vote),
  decidedOn: Day.nullable(),
  noticedOn: Day.nullable(),
  appealUntil: Day.nullable(),
  appeal: Appeal.nullable(),
  steps: z.array(z.object({ key: z.string(), name: z.string(), isPassed: z.boolean() })),
  log: z.array(
    z.object({
      stepName: z.string(),
      outcomeName: z.string(),
      reason: z.string(),
      byName: z.string(),
      on: Day,
    }),
  ),
  outcomes: z.array(z.object({ key: z.string(), name: z.string(), needsReason: z.boolean() })),
  /** Why the reader cannot decide the step; nothing where they can. */
  refusal: z.string().nullable(),
  clauses: z.array(z.string()),
  mayHandle: z.boolean(),
  mayApprove: z.boolean(),
})

/** What the one concerned sees of it. */
export const OwnCase = ConductCaseKey.extend({
  kind: z.enum(keysOf(disposalKinds)),
  ground: z.enum(keysOf(disposalGrounds)),
  state: z.enum(keysOf(disposalStates)),
  stepName: z.string(),
  facts: z.string(),
  statement: z.string().nullable(),
  correction: CaseFile.shape.correction,
  decidedOn: Day.nullable(),
  appealUntil: Day.nullable(),
  appeal: CaseFile.shape.appeal,
  maySpeak: z.boolean(),
  mayAppeal: z.boolean(),
})

export const NewCase = ConductPerson.extend({
  kind: z.enum(keysOf(disposalKinds)),
  ground: z.enum(keysOf(disposalGrounds)),
  facts: Told,
})

export const Decision = ConductCaseKey.extend({
  version: Version,
  step: z.string().min(1).max(40),
  outcome: z.string().min(1).max(40),
  reason: Line.default(''),
  on: Day,
  /** Of the branch meeting that resolved it. */
  motion: z.object({ activityId: Id, motionId: Id }).optional(),
  /** Of a correction: until when, who helps, and how. */
  correction: z
    .object({
      until: Day,
      helperName: Line.min(2, '请写明谁来帮教'),
      measures: Line.min(5, '请写明怎样帮教，不少于 5 个字'),
    })
    .optional(),
})
