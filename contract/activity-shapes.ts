import * as z from 'zod'
import { ballotStates } from './ballot-words.ts'
import {
  ballots,
  gatherings,
  lectureTypes,
  motionStates,
  occasionNames,
  speakers,
} from './life-words.ts'
import { FileName } from './notices.ts'
import { Heading } from './plan-shapes.ts'
import { Day, Id, Line, Moment, Month, Name, Version, keysOf } from './vocabulary.ts'
import {
  activityKinds,
  contentCategories,
  markWays,
  marks,
  recordKinds,
  recordStages,
  standings,
  studyMethods,
} from './words.ts'

export const ActivityKey = z.object({ unitId: Id, activityId: Id })
export const ActivityKind = z.enum(keysOf(activityKinds))
export type ActivityKind = z.infer<typeof ActivityKind>
/** What a branch plans, and what only a training class opens. */
const RecordKind = z.enum(keysOf(recordKinds))
export type RecordKind = z.infer<typeof RecordKind>
export const Mark = z.enum(keysOf(marks))
const Way = z.enum(keysOf(markWays))

export const AgendaItem = z.object({
  title: Name,
  minutes: z.int().min(1).max(600),
  /** The key of the kind's part that it is; without it, the item is one of free choice. */
  part: z.string().max(40).optional(),
  isDone: z.boolean().optional(),
  /** What an organization above asked to be studied. */
  topicId: Id.optional(),
})

/** What a plan says; the same to make one and to change it. */
export const Plan = z.object({
  title: Name,
  month: Month,
  startsAt: Moment,
  endsAt: Moment,
  place: Line,
  link: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]),
  hostName: Line,
  recorderName: Line,
  lecturerName: Line,
  /** A member of the unit who lectures is credited for it. */
  lecturerId: Id.nullable(),
  agenda: z.array(AgendaItem).min(1).max(30),
  method: z.enum(keysOf(studyMethods)),
  category: z.enum(keysOf(contentCategories)),
  /** Of a lecture: who speaks, and what kind of talk it is. */
  speaker: z.enum(keysOf(speakers)).nullable().default(null),
  lectureType: z.enum(keysOf(lectureTypes)).nullable().default(null),
  gathering: z.enum(keysOf(gatherings)).default('whole'),
  /** Which commemorative day it marks. */
  occasion: z.enum(keysOf(occasionNames)).nullable().default(null),
  /** Which head of the curriculum it teaches, and which item of a training plan it carries out. */
  heading: Heading.nullable().default(null),
  planItemId: Id.nullable().default(null),
  /** Which ask of a campaign it answers. */
  campaignAskId: Id.nullable().default(null),
})
export type PlanFacts = z.infer<typeof Plan>

/** What an item of the agenda can be: 集中学习, 民主议事…; some of them a kind demands. */
const Part = z.object({
  key: z.string(),
  name: z.string(),
  isRequired: z.boolean(),
  isStudy: z.boolean(),
})

export const KindState = z.object({
  key: RecordKind,
  name: z.string(),
  isOfGroup: z.boolean(),
  hasLecturer: z.boolean(),
  /** Whether anything is put to the vote there. */
  deliberates: z.boolean(),
  parts: z.array(Part),
  /** Besides what is required, something of free choice must be there: “X+X”. */
  needsChosen: z.boolean(),
})

export const RollEntry = z.object({
  memberId: Id,
  /** The unit that keeps the member: of a class, not always the one that teaches. */
  memberUnitId: Id,
  name: z.string(),
  /** Tells two people of one name apart. */
  distinction: z.string(),
  standing: z.enum(keysOf(standings)),
  /** Missing as long as nobody has said anything about this person. */
  mark: Mark.nullable(),
  way: Way.nullable(),
  note: z.string(),
  at: Moment.nullable(),
  isLate: z.boolean(),
  /** Without a vote, although due. */
  isProbationary: z.boolean(),
  isFloating: z.boolean(),
  /** Where a guest or a learner comes from. */
  organizationName: z.string(),
})

export const Credit = z.object({
  /** What each who came is credited with, in minutes of study. */
  minutes: z.int(),
  clockMinutes: z.int(),
  /** What who taught is credited with instead. */
  taughtMinutes: z.int(),
  clause: z.string(),
  from: Day,
  /** How it was computed, in words. */
  sum: z.string(),
})

const Quorum = z.object({
  entitled: z.int(),
  present: z.int(),
  needed: z.int(),
  isMet: z.boolean(),
  clause: z.string(),
})

/** Who may vote here, whether they are enough, and how many in favour carry a motion. */
const Electorate = Quorum.extend({ toPass: z.int() })

const Motion = z.object({
  motionId: Id,
  version: Version,
  text: z.string(),
  proposerName: z.string(),
  discussion: z.string(),
  state: z.enum(keysOf(motionStates)),
  ballot: z.enum(keysOf(ballots)).nullable(),
  inFavour: z.int(),
  against: z.int(),
  abstained: z.int(),
  /** Of those who were there with a vote; frozen when the record is closed. */
  entitled: z.int(),
  present: z.int(),
  deferReason: z.string(),
  publishedAt: Moment.nullable(),
  /** Its latest ballot, if it was put to a secret vote. */
  vote: z.object({ ballotId: Id, state: z.enum(keysOf(ballotStates)) }).nullable(),
  /** 应到会有表决权 12 人，实到 10 人…，in words as they are published. */
  result: z.string(),
})

const Closure = z.object({
  closedAt: Moment,
  closedByName: z.string(),
  isLate: z.boolean(),
  postedMinutes: z.int(),
  reopenedAt: Moment.nullable(),
  reopenReason: z.string(),
})

export const ActivityState = ActivityKey.extend({
  organizationId: Id,
  organizationName: z.string(),
  groupId: Id.nullable(),
  groupName: z.string(),
  kind: KindState,
  ...Plan.shape,
  link: z.string(),
  stage: z.enum(keysOf(recordStages)),
  version: Version,
  hasBegun: z.boolean(),
  cancelled: z.object({ at: Moment, reason: z.string() }).nullable(),
  call: z
    .object({ at: Moment, people: z.int(), read: z.int(), noticeId: Id.nullable() })
    .nullable(),
  roll: z.array(RollEntry),
  minutes: z.string(),
  resolution: z.string(),
  files: z.array(FileName),
  closure: Closure.nullable(),
  earlierClosures: z.array(Closure),
  credit: Credit,
  quorum: Quorum.nullable(),
  electorate: Electorate.nullable(),
  motions: z.array(Motion),
  /** What else was voted on here: an election, an appraisal; in the words of the minutes. */
  ballots: z.array(
    z.object({
      ballotId: Id,
      title: z.string(),
      state: z.enum(keysOf(ballotStates)),
      sentence: z.string(),
    }),
  ),
  /** What still stands between the record and its closing, in words. */
  lacks: z.array(z.string()),
  /** Until when the record counts as in time. */
  inTimeUntil: Day,
  can: z.object({ organize: z.boolean(), close: z.boolean(), reopen: z.boolean() }),
})

/** An activity as somebody sees it who is called to it. */
export const Invitation = ActivityKey.extend({
  kind: RecordKind,
  title: z.string(),
  organizationName: z.string(),
  startsAt: Moment,
  endsAt: Moment,
  place: z.string(),
  link: z.string(),
  hostName: z.string(),
  isCancelled: z.boolean(),
  isClosed: z.boolean(),
  mark: Mark.nullable(),
  way: Way.nullable(),
  note: z.string(),
  signedAt: Moment.nullable(),
  /** Posted for this activity, in minutes of study. */
  minutes: z.int(),
  can: z.object({ leave: z.boolean(), withdrawLeave: z.boolean() }),
})
