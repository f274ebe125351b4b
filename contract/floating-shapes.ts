import * as z from 'zod'
import {
  checkInStates,
  contactWays,
  floatingClasses,
  lossCauses,
  lossStages,
  resultStates,
  stayRanges,
  stayReasons,
} from './floating-words.ts'
import { Day, Id, Line, Minutes, Moment, Month, Name, Text, Version, keysOf } from './vocabulary.ts'

export const GroupKey = z.object({ unitId: Id, groupId: Id })
export const TaskKey = z.object({ unitId: Id, taskId: Id })

export const TaskFacts = z.object({ title: Name, body: Text.max(2_000), until: Day })

export const Result = z.object({
  state: z.enum(keysOf(resultStates)),
  text: z.string(),
  minutes: Minutes,
  at: Moment,
  answer: z.string(),
  version: Version,
})

export const MemberKey = z.object({ unitId: Id, memberId: Id })

/** Where somebody is, since when and why: what the branch or they themselves write down. */
export const StayFacts = z.object({
  since: Day,
  reason: z.enum(keysOf(stayReasons)),
  range: z.enum(keysOf(stayRanges)),
  destination: Line.min(2, '请写到省、市、县'),
  address: Line.default(''),
  phone: z.string().trim().max(60).default(''),
  hostName: Line.default(''),
  hostContact: Line.default(''),
  certificate: Line.max(40).default(''),
  duesPaidTo: Month.nullable().default(null),
})

/** By which rule somebody is to be contacted, and when next. */
export const ContactRule = z.object({
  class: z.enum(keysOf(floatingClasses)),
  because: z.string(),
  clause: z.string(),
  /** "每 30 天" */
  interval: z.string(),
  dueOn: Day,
  isOverdue: z.boolean(),
})

export const LedgerRow = MemberKey.extend({
  name: Name,
  organizationId: Id,
  organizationName: Name,
  since: Day,
  destination: z.string(),
  reason: z.enum(keysOf(stayReasons)).nullable(),
  contact: ContactRule,
  contactPerson: z.string(),
  lastContact: Day.nullable(),
  lastActivity: Day.nullable(),
  checkIn: z.enum(keysOf(checkInStates)).nullable(),
  hostName: z.string(),
  minutes: Minutes,
  remoteMinutes: Minutes,
  isTransferAdvised: z.boolean(),
})

export const ContactEntry = z.object({
  on: Day,
  way: z.enum(keysOf(contactWays)),
  isReached: z.boolean(),
  note: z.string(),
  byName: z.string(),
})

const CheckInKey = z.object({ unitId: Id, checkInId: Id })

export const CheckIn = CheckInKey.extend({
  memberId: Id,
  memberName: z.string(),
  homeName: z.string(),
  hostId: Id.nullable(),
  hostName: z.string(),
  state: z.enum(keysOf(checkInStates)),
  note: z.string(),
  phone: z.string(),
  reportedAt: Moment,
  isByMember: z.boolean(),
  answeredOn: Day.nullable(),
  answeredBy: z.string(),
  answer: z.string(),
  version: Version,
})
export const CheckInRef = CheckInKey.extend({ version: Version })

export const Loss = z.object({
  since: Day,
  cause: z.enum(keysOf(lossCauses)).nullable(),
  stage: z.enum(keysOf(lossStages)),
  because: z.string(),
  clause: z.string(),
  /** The day on which the next stage begins. */
  nextOn: Day.nullable(),
  searches: z.int(),
  lastSearch: Day.nullable(),
})

export const SearchEntry = z.object({
  on: Day,
  asked: z.string(),
  result: z.string(),
  byName: z.string(),
})

export const HourLine = z.object({
  day: Day,
  title: z.string(),
  minutes: z.int(),
  isRemote: z.boolean(),
})
