import * as z from 'zod'
import {
  budgetLines,
  classKinds,
  classLevels,
  classOrigins,
  classRoutes,
  classStates,
  classTerms,
  classTracks,
  courseRoles,
  enrolmentResults,
  enrolmentStates,
  enrolmentWays,
  feeClasses,
  learnerKinds,
  lecturerRanks,
  sessionKinds,
} from './class-words.ts'
import { FileName } from './notices.ts'
import { Heading } from './plan-shapes.ts'
import { Day, Id, Line, Minutes, Moment, Name, Text, Version, keysOf } from './vocabulary.ts'
import { contentCategories } from './words.ts'

export const ClassKey = z.object({ unitId: Id, classId: Id })
/** Money is whole fen. */
export const Fen = z.int().min(0).max(100_000_000_00)
export const Share = z.int().min(0).max(100)

export const LearnerKind = z.enum(keysOf(learnerKinds))
export const EnrolmentState = z.enum(keysOf(enrolmentStates))

/** What somebody is paid for teaching. */
export const LecturerFee = z.object({
  name: Name,
  rank: z.enum(keysOf(lecturerRanks)),
  /** Teaching hours, in minutes; an hour of teaching is what the rules say it is. */
  hours: z.number().min(0).max(200),
  halfDays: z.int().min(1).max(100),
  fen: Fen,
})

export const Budget = z.object({
  lodging: Fen,
  food: Fen,
  venue: Fen,
  other: Fen,
  tour: Fen,
  lecturers: z.array(LecturerFee).max(60),
})

/** What the class is to bring about, and how much of its time belongs to it at least. */
export const ContentGoal = z.object({
  goal: Line.min(2),
  category: z.enum(keysOf(contentCategories)),
  percent: Share,
  /** How one sees that it was reached. */
  measure: Line.default(''),
  /** Of a goal taken from the plan: that goal. */
  planGoalId: Id.nullable().default(null),
})

/** A day of a study tour. */
const Stop = z.object({ day: Day, place: Line.min(1), purpose: Line.min(1) })

/** All that an application says; the same to make one and to change it. */
export const Application = z.object({
  title: Name,
  kind: z.enum(keysOf(classKinds)),
  level: z.enum(keysOf(classLevels)),
  origin: z.enum(keysOf(classOrigins)).default('own'),
  term: z.enum(keysOf(classTerms)).default('short'),
  routes: z
    .array(z.enum(keysOf(classRoutes)))
    .min(1)
    .max(3),
  tracks: z
    .array(z.enum(keysOf(classTracks)))
    .min(1)
    .max(2)
    .default(['party']),
  purpose: Text.min(2),
  goals: z.array(ContentGoal).max(12).default([]),
  /** Titles of lessons that may not be missing. */
  compulsory: z.array(Name).max(20).default([]),
  from: Day,
  until: Day,
  /** Days for reporting in and for leaving, one each at most. */
  travelDays: z.int().min(0).max(9).default(0),
  place: Line.default(''),
  people: z.int().min(1).max(5000),
  audience: Line.default(''),
  enrolBy: Day,
  requirements: Text.default(''),
  contactName: Line.default(''),
  contactPhone: Line.default(''),
  feeClass: z.enum(keysOf(feeClasses)).default('third'),
  budget: Budget,
  itinerary: z.array(Stop).max(60).default([]),
  isOpenToObservers: z.boolean().default(false),
  hasExam: z.boolean().default(false),
  partnerId: Id.nullable().default(null),
  /** The item of an approved plan that it carries out. */
  planItemId: Id.nullable().default(null),
})
export type Application = z.infer<typeof Application>

/** A line of a budget beside what the rules allow for it. */
export const CapLine = z.object({
  /** 综合定额、讲课费（李四）… */
  name: z.string(),
  fen: Fen,
  capFen: Fen,
  isOver: z.boolean(),
  /** How the cap was computed, in words. */
  sum: z.string(),
  clause: z.string(),
})

/** The item of a plan that a class carries out, as its page names it. */
export const PlanItemNamed = z.object({
  unitId: Id,
  planId: Id,
  itemId: Id,
  title: z.string(),
  planTitle: z.string(),
  heading: Heading,
  /** What need it came from, in words. */
  originSentence: z.string(),
})

/** What became of a goal, as those who ran the class say. */
export const GoalResult = z.object({
  goal: Line.min(2),
  actual: Line.min(2, '写明实际达到的情况'),
  isMet: z.boolean(),
})

export const ClassState = z.enum(keysOf(classStates))

export const ClassRow = ClassKey.extend({
  title: Name,
  kind: z.enum(keysOf(classKinds)),
  level: z.enum(keysOf(classLevels)),
  origin: z.enum(keysOf(classOrigins)),
  state: ClassState,
  organizationId: Id,
  organizationName: z.string(),
  from: Day,
  until: Day,
  people: z.int(),
  enrolled: z.int(),
  waiting: z.int(),
  /** Minutes of all its sessions by the clock. */
  minutes: Minutes,
  isOpenToObservers: z.boolean(),
})

export const Quota = z.object({
  quotaId: Id,
  organizationId: Id,
  organizationName: z.string(),
  seats: z.int(),
  taken: z.int(),
  waiting: z.int(),
})

export const Enrolment = z.object({
  enrolmentId: Id,
  /** Missing for people who are no members. */
  memberUnitId: Id.nullable(),
  memberId: Id.nullable(),
  name: z.string(),
  organizationName: z.string(),
  learnerKind: LearnerKind,
  state: EnrolmentState,
  way: z.enum(keysOf(enrolmentWays)),
  /** Which place in the line, from 1. */
  position: z.int().nullable(),
  at: Moment,
  reason: z.string(),
  score: z.int().nullable(),
  /** Of those whose attendance no roll keeps. */
  missedMinutes: z.int().nullable(),
  outcome: z.string(),
  result: z.enum(keysOf(enrolmentResults)).nullable(),
  /** Why there is no certificate. */
  resultReason: z.string(),
  version: Version,
})

/** Something on the timetable, as somebody plans it. */
export const SessionPlan = z.object({
  kind: z.enum(keysOf(sessionKinds)),
  title: Name,
  startsAt: Moment,
  endsAt: Moment,
  place: Line.default(''),
  role: z.enum(keysOf(courseRoles)).default('elective'),
  category: z.enum(keysOf(contentCategories)).default('theory'),
  /** Which head of the curriculum its hours count for; of a class from a plan, that of its item unless said. */
  heading: Heading.nullable().default(null),
  route: z.enum(keysOf(classRoutes)).default('school'),
  track: z.enum(keysOf(classTracks)).default('party'),
  lecturerName: Line.default(''),
  lecturerRank: z.enum(keysOf(lecturerRanks)).default('none'),
  lecturerId: Id.nullable().default(null),
  roomId: Id.nullable().default(null),
  way: Line.default(''),
  safety: Line.default(''),
  topic: Line.default(''),
  groups: Line.default(''),
  /** Of an elective: what a survey found to be wanted, and this gives. */
  needId: Id.nullable().default(null),
})

export const Session = SessionPlan.extend({
  sessionId: Id,
  /** The timetable is the class's own; the record of who came is an activity under the same id. */
  hasRecord: z.boolean(),
  minutes: Minutes,
  due: z.int(),
  present: z.int(),
  excused: z.int(),
  absent: z.int(),
  isClosed: z.boolean(),
  /** What need it answers, in words. */
  needSentence: z.string(),
  summary: z.string(),
  version: Version,
})

/** One thing that a timetable has to keep to. */
export const Check = z.object({
  key: z.string(),
  name: z.string(),
  isMet: z.boolean(),
  sentence: z.string(),
  clause: z.string(),
})

/** How the hours of a class are spread over one way of looking at them. */
export const Mix = z.object({
  by: z.enum(['method', 'route', 'track', 'category', 'role']),
  parts: z.array(
    z.object({ key: z.string(), name: z.string(), minutes: Minutes, percent: z.int() }),
  ),
})

export const Bill = z.object({
  billId: Id,
  line: z.enum(keysOf(budgetLines)),
  fen: Fen,
  day: Day,
  payee: z.string(),
  note: z.string(),
  rank: z.enum(keysOf(lecturerRanks)),
  hours: z.number(),
  halfDays: z.int(),
  files: z.array(FileName),
})
