import * as z from 'zod'
import {
  appraisalGrades,
  appraisalHeadings,
  appraisalRoles,
  appraisalStages,
  headingMarks,
} from './appraisal-words.ts'
import { ballotStates, ballotWays } from './ballot-words.ts'
import { sexes } from './words.ts'
import { Answers, FormDefinition } from './form-shapes.ts'
import { Day, Id, Line, Moment, Name, Version, Year, keysOf } from './vocabulary.ts'

export const AppraisalKey = z.object({ unitId: Id, appraisalId: Id })
export const AppraisedKey = AppraisalKey.extend({ memberId: Id })
export const AppraisalGrade = z.enum(keysOf(appraisalGrades))
const Stage = z.enum(keysOf(appraisalStages))
const Role = z.enum(keysOf(appraisalRoles))

/** What the branch says of each of the four headings. */
export const HeadingMarks = z.record(
  z.enum(keysOf(appraisalHeadings)),
  z.enum(keysOf(headingMarks)),
)
export type HeadingMarks = z.infer<typeof HeadingMarks>

export const Opinion = z.string().trim().min(4, '请写具体，至少 4 个字').max(2000)

/** How one person rates themself: the four headings, and what grade they would give. */
export const SelfRating = z.object({
  answers: Answers,
  /** Nothing of who is not graded. */
  grade: AppraisalGrade.nullable(),
  summary: Opinion,
})

/** One branch in one year, for those above. */
export const AppraisalRow = z.object({
  unitId: Id,
  organizationId: Id,
  organizationName: Name,
  appraisalId: Id.nullable(),
  stage: Stage,
  people: z.int(),
  /** Of those who take part, how many have rated themselves. */
  selfRated: z.int(),
  graded: z.int(),
  excellent: z.int(),
  /** 基本合格 and 不合格. */
  weak: z.int(),
  shortcomings: z.int(),
  overdue: z.int(),
  closedOn: Day.nullable(),
})

export const AppraisalHead = AppraisalKey.extend({
  organizationId: Id,
  organizationName: Name,
  year: Year,
  stage: Stage,
  version: Version,
  byGroup: z.boolean(),
  openedOn: Day,
  /** Until when everybody should have rated themself and others. */
  rateUntil: Day,
  closedOn: Day.nullable(),
})

export const AppraisalMeeting = z.object({
  activityId: Id,
  title: z.string(),
  startsAt: Moment,
  isClosed: z.boolean(),
})

export const AppraisalBallot = z.object({
  ballotId: Id,
  way: z.enum(keysOf(ballotWays)),
  state: z.enum(keysOf(ballotStates)),
  sentence: z.string(),
})

const Votes = z.record(AppraisalGrade, z.int())

/** One person in a round, as the committee sees them; what was said of whom is on a page of its own. */
export const AppraisedRow = z.object({
  memberId: Id,
  name: Name,
  role: Role,
  /** Why they do not take part, or get no grade. */
  roleNote: z.string(),
  groupName: z.string(),
  hasSelf: z.boolean(),
  /** How many have rated them, and how many could. */
  mutual: z.int(),
  raters: z.int(),
  votes: Votes.nullable(),
  grade: AppraisalGrade.nullable(),
  isConcluded: z.boolean(),
  shortcomings: z.int(),
  /** When they read what it came to. */
  readAt: Moment.nullable(),
})

export const MutualOpinion = z.object({
  raterName: Name,
  grade: AppraisalGrade.nullable(),
  comment: z.string(),
})

export const Appraised = AppraisedRow.extend({
  /** What the head of the form asks. */
  sex: z.enum(keysOf(sexes)),
  bornOn: Day,
  joinedOn: Day.nullable(),
  organizationName: Name,
  year: Year,
  definition: FormDefinition,
  self: SelfRating.extend({ summary: z.string(), on: Day }).nullable(),
  opinions: z.array(MutualOpinion),
  headings: HeadingMarks.nullable(),
  opinion: z.string(),
  reply: z.string(),
})

export const Conclusion = z.object({
  headings: HeadingMarks,
  /** Nothing of who is not graded. */
  grade: AppraisalGrade.nullable(),
  opinion: Opinion,
})

export const ExcuseReason = Line.min(2, '请写明为什么不参加')
