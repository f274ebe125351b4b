import * as z from 'zod'
import { applicantStages, contactRoles, sections, taskOwners } from './development-words.ts'
import { opinionAnswers } from './procedure-words.ts'
import { Day, Id, Line, Moment, Name, keysOf } from './vocabulary.ts'
import { employments, sexes } from './words.ts'

export const ApplicantKey = z.object({ unitId: Id, applicantId: Id })
export const Stage = z.enum(keysOf(applicantStages))
const Key = z.string().min(1).max(40)
/** The keys of `ruleVersions`. */
const RuleVersion = z.enum(['2014', '2026'])
const File = z.object({ unitId: Id, fileId: Id, name: z.string(), bytes: z.int() })

/** What is known of somebody who applies; sex and birthday follow from the number. */
export const ApplicantFacts = z.object({
  name: z.string().trim().min(1).max(100),
  idNumber: z.string().trim().max(40),
  ethnicity: z.string().max(4),
  education: z.string().max(4),
  employment: z.enum(keysOf(employments)),
  occupation: Line.default(''),
  isFrontline: z.boolean().default(false),
  phone: z.string().trim().max(60).default(''),
  address: Line.default(''),
  abilities: z.array(Name).max(10).default([]),
})

const People = z.int().min(0).max(10_000)
/** A vote by ballot; who was entitled follows from the roll, less those whom the rules leave out. */
export const Vote = z.object({
  excluded: People.default(0),
  excludedBecause: Line.default(''),
  present: People,
  /** Opinions handed in in writing before the count by members who could not come. */
  written: People.default(0),
  inFavour: People,
  against: People,
  abstained: People,
})

/** Where a case stands and what is next. */
const Turn = z.object({
  step: Key,
  stepName: z.string(),
  number: z.int(),
  deciders: z.string(),
  since: Day,
  earliestOn: Day.nullable(),
  dueOn: Day.nullable(),
  limitOn: Day.nullable(),
  isLate: z.boolean(),
})

export const BoardRow = ApplicantKey.extend({
  name: z.string(),
  organizationName: Name,
  stage: Stage,
  ruleVersion: RuleVersion,
  appliedOn: Day,
  turn: Turn.nullable(),
  /** Half-yearly, while somebody is cultivated or on probation. */
  inspectOn: Day.nullable(),
  isInspectionLate: z.boolean(),
  points: z.int(),
})

const Contact = z.object({
  role: z.enum(keysOf(contactRoles)),
  memberId: Id,
  name: z.string(),
  from: Day,
  until: Day.nullable(),
})

export const Step = z.object({
  key: Key,
  name: z.string(),
  number: z.int(),
  section: z.enum(keysOf(sections)),
  clause: z.string(),
  deciders: z.string(),
  /** When it was last decided. */
  on: Day.nullable(),
  isNow: z.boolean(),
})

export const Happened = z.object({
  what: z.string(),
  text: z.string(),
  on: Day,
  at: Moment,
  byName: z.string(),
  isLate: z.boolean(),
  files: z.array(File),
})

export const Totals = z.object({
  points: z.int(),
  pointsWanted: z.int(),
  serviceMinutes: z.int(),
  trainingMinutes: z.int(),
  trainingWanted: z.int(),
  trainingDays: z.int(),
  trainingDaysWanted: z.int(),
  activities: z.int(),
  inspections: z.int(),
  thoughts: z.int(),
  inspectOn: Day.nullable(),
})

export const Task = z.object({
  taskId: Id,
  owner: z.enum(keysOf(taskOwners)),
  title: z.string(),
  dueOn: Day,
  doneOn: Day.nullable(),
  isLate: z.boolean(),
  result: z.string(),
  doneByName: z.string(),
})

export const Shown = ApplicantKey.extend({
  version: z.int(),
  name: z.string(),
  sex: z.enum(keysOf(sexes)),
  age: z.int(),
  ethnicity: z.string(),
  education: z.string(),
  occupation: z.string(),
  isFrontline: z.boolean(),
  employment: z.enum(keysOf(employments)),
  abilities: z.array(z.string()),
  /** Masked. */
  idNumber: z.string(),
  phone: z.string(),
  organizationId: Id,
  organizationName: Name,
  stage: Stage,
  ruleVersion: RuleVersion,
  appliedOn: Day,
  probationEnds: Day.nullable(),
  steps: z.array(Step),
  next: Turn.extend({
    clause: z.string(),
    /** The days were counted through a year whose holidays nobody has announced yet. */
    isProvisional: z.boolean(),
    outcomes: z.array(z.object({ key: Key, name: z.string(), needsReason: z.boolean() })),
    papers: z.array(z.object({ key: Key, name: z.string() })),
    needsVote: z.boolean(),
    /** Full members of the branch who may vote. */
    roll: z.int(),
    /** What has to be there before it can go on, and is not. */
    lacks: z.array(z.string()),
    /** Why the reader cannot decide it; nothing where they can. */
    refusal: z.string().nullable(),
  }).nullable(),
  chronicle: z.array(Happened),
  contacts: z.array(Contact),
  opinions: z.array(
    z.object({
      department: z.string(),
      question: z.string(),
      dueOn: Day,
      /** The address to send; nothing once it was answered. */
      path: z.string().nullable(),
      answer: z.enum(keysOf(opinionAnswers)).nullable(),
      text: z.string(),
      answeredByName: z.string(),
    }),
  ),
  notice: z
    .object({
      from: Day,
      until: Day,
      path: z.string(),
      isOpen: z.boolean(),
      isProvisional: z.boolean(),
    })
    .nullable(),
  totals: Totals,
  tasks: z.array(Task),
  /** Of those the place asks for, who has recommended; and whether the selection was voted for. */
  recommended: z.object({
    isAsked: z.boolean(),
    sources: z.array(z.object({ name: z.string(), text: z.string().nullable() })),
    selection: z.string().nullable(),
    isSelected: z.boolean(),
  }),
  hasAccount: z.boolean(),
  memberId: Id.nullable(),
  may: z.object({ keep: z.boolean(), decide: z.boolean() }),
})
