import * as z from 'zod'
import {
  filingStates,
  observationGrades,
  observationStates,
  quarterStates,
  studyForms,
  studyPapers,
  studyPlanStates,
  studyRoles,
  studyStates,
} from './study-words.ts'
import { Day, Id, Line, Moment, Name, Text, Version, keysOf } from './vocabulary.ts'

export const GroupKey = z.object({ unitId: Id, groupId: Id })
export const SessionKey = z.object({ unitId: Id, sessionId: Id })
export const ObservationKey = z.object({ unitId: Id, observationId: Id })
const Whole = z.int()
const Words = z.string()

export const Person = z.object({ memberUnitId: Id, memberId: Id })
export const Seat = Person.extend({ role: z.enum(keysOf(studyRoles)) })
export const Seats = z.array(Seat).min(1, '请至少选一名成员').max(60, '一个中心组最多 60 人')

export const GroupStanding = z.object({
  quarters: z.array(
    z.object({
      quarter: Whole,
      held: Whole,
      needed: Whole,
      state: z.enum(keysOf(quarterStates)),
    }),
  ),
  /** Sittings that were held, of every form. */
  held: Whole,
  halfDays: Whole,
  /** Nothing where no rule asks for days. */
  halfDaysNeeded: Whole,
  due: Whole,
  present: Whole,
  attendanceNeeded: z.number(),
  observed: Whole,
  reported: Whole,
  overdue: Whole,
  plan: z.enum(keysOf(studyPlanStates)),
  filing: z.enum(keysOf(filingStates)),
})

export const GroupRow = GroupKey.extend({
  organizationId: Id,
  organizationName: Words,
  name: Words,
  leaderName: Words,
  people: Whole,
  standing: GroupStanding,
})

export const Book = z.object({ id: Id, title: Name, note: Line.default('') })
export const Topic = z.object({
  id: Id,
  month: z.int().min(1).max(12),
  title: Name,
  form: z.enum(keysOf(studyForms)),
  lead: Line.default(''),
})

export const Plan = z.object({
  intro: Text.max(5000).default(''),
  books: z.array(Book).max(60, '书目最多 60 种'),
  topics: z.array(Topic).max(60, '专题最多 60 个'),
})

export const Observer = z.object({
  unitId: Id,
  observationId: Id,
  name: Words,
  state: z.enum(keysOf(observationStates)),
  grade: z.enum(keysOf(observationGrades)).nullable(),
  score: Whole.nullable(),
  advice: Words,
  version: Version,
})

export const SessionFacts = z.object({
  title: Name,
  form: z.enum(keysOf(studyForms)),
  startsAt: Moment,
  endsAt: Moment,
  place: Line.default(''),
  /** 扩大学习: those of the extended circle are due as well. */
  isExtended: z.boolean().default(false),
  topicId: Id.nullable().default(null),
  bookIds: z.array(Id).max(20).default([]),
  /** Who speaks first, and who with an outline. */
  speakers: Line.default(''),
  /** 听取党员教育培训工作汇报: whose report is heard, where one is. */
  hearing: Line.default(''),
})

export const SessionRow = SessionKey.extend({
  groupId: Id,
  groupName: Words,
  organizationName: Words,
  ...SessionFacts.shape,
  hasRecord: z.boolean(),
  isClosed: z.boolean(),
  state: z.enum(keysOf(studyStates)),
  dueOn: Day,
  due: Whole,
  present: Whole,
  reportedAt: Moment.nullable(),
  isLate: z.boolean(),
  observers: z.array(Observer),
  version: Version,
})

export const Report = z.object({
  points: Text.max(5000),
  resolutions: Text.max(5000).default(''),
  followUp: Text.max(5000).default(''),
})

export const Paper = z.object({
  unitId: Id,
  fileId: Id,
  name: Words,
  bytes: Whole,
  paper: z.enum(keysOf(studyPapers)),
})

/** One line of a half-yearly bulletin, as it was when it was issued. */
export const BulletinRow = z.object({
  groupId: Id,
  name: Words,
  held: Whole,
  discussions: Whole,
  discussionsNeeded: Whole,
  due: Whole,
  present: Whole,
  inTime: Whole,
  late: Whole,
  observed: Whole,
  score: Whole.nullable(),
  remark: Words,
})
