import * as z from 'zod'
import { Audience, Cohort, Roster } from './audience.ts'
import { Excuse, Growth, Profile } from './member-shapes.ts'
import { ranks, ruralTypes } from './profile-words.ts'
import { Day, Id, Line, Name, Version, keysOf } from './vocabulary.ts'
import { employments, leaveReasons, posts, sexes, stages } from './words.ts'

/** The official form's sixteen items, of which the branch is named beside them. */
export const MemberFacts = z.object({
  name: z.string().trim().max(100),
  sex: z.enum(keysOf(sexes)),
  ethnicity: z.string().max(4),
  idNumber: z.string().trim().max(40),
  bornOn: Day,
  education: z.string().max(4),
  stage: z.enum(keysOf(stages)),
  joinedOn: Day.nullable(),
  confirmedOn: Day.nullable(),
  occupation: Line,
  employment: z.enum(keysOf(employments)),
  phone: z.string().trim().max(60),
  address: Line,
  isSuspended: z.boolean(),
  lostSince: Day.nullable(),
  floatingSince: Day.nullable(),
  floatingTo: Line,
})
export type MemberFacts = z.infer<typeof MemberFacts>

export const MemberKey = z.object({ unitId: Id, memberId: Id })

export const MemberRow = MemberKey.extend({
  name: z.string(),
  sex: z.enum(keysOf(sexes)),
  age: z.int(),
  bornOn: Day,
  ethnicity: z.string(),
  education: z.string(),
  /** Masked, as the phone and the address are. */
  idNumber: z.string(),
  phone: z.string(),
  stage: z.enum(keysOf(stages)),
  joinedOn: Day.nullable(),
  confirmedOn: Day.nullable(),
  occupation: z.string(),
  rank: z.enum(keysOf(ranks)),
  organizationId: Id,
  organizationName: Name,
  roster: Roster,
  cohorts: z.array(Cohort),
  tags: z.array(z.string()),
})

/** Which members, below which organization. */
export const Chosen = z.object({
  organizationId: Id,
  text: Line.default(''),
  audience: Audience.default({}),
})

export const Explained = z.object({ word: z.string(), because: z.string() })

export const MemberPage = MemberKey.extend({
  version: Version,
  facts: MemberFacts,
  /** Which of the facts are masked. */
  masked: z.array(z.enum(['name', 'idNumber', 'phone', 'address'])),
  age: z.int(),
  standingYears: z.int().nullable(),
  organizationId: Id,
  organizationName: Name,
  /** From the root down to the branch. */
  organizationNames: z.array(z.string()),
  /** Since when membership is suspended; nothing also where the roll came without the day. */
  suspendedOn: Day.nullable(),
  leftOn: Day.nullable(),
  leftBecause: z.enum(keysOf(leaveReasons)).nullable(),
  roster: z.object({ roster: Roster, because: z.string() }),
  cohorts: z.array(Explained.extend({ cohort: Cohort })),
  profile: Profile,
  ruralType: z.enum(keysOf(ruralTypes)).nullable(),
  /** The newest first. */
  growth: z.array(Growth),
  posts: z.array(
    z.object({ post: z.enum(keysOf(posts)), organizationName: z.string(), from: Day }),
  ),
  tags: z.array(z.string()),
  excuses: z.array(Excuse),
  hours: z.array(z.object({ year: z.int(), ledger: z.string(), minutes: z.int() })),
  more: z.array(z.object({ word: z.string(), value: z.string() })),
  may: z.object({ change: z.boolean(), identify: z.boolean(), excuse: z.boolean() }),
})
