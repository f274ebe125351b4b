import * as z from 'zod'
import { heartTalkKinds } from './appraisal-words.ts'
import { command, query } from './kit.ts'
import { Day, Id, Line, Moment, Name, Paging, Year, keysOf, pageOf } from './vocabulary.ts'

const Kind = z.enum(keysOf(heartTalkKinds))
const Person = z.object({ memberId: Id, name: Name, isOfficer: z.boolean() })

/** What somebody still owes: how many of which kind, and with whom it would be. */
const Owed = z.object({ kind: Kind, done: z.int(), needed: z.int(), withNames: z.array(Name) })

const TalkLine = z.object({
  unitId: Id,
  heartTalkId: Id,
  day: Day,
  otherId: Id,
  otherName: Name,
  kind: Kind,
  note: z.string(),
  isMine: z.boolean(),
  /** When the other said that it was so; nothing until then. */
  confirmedAt: Moment.nullable(),
})

/** 谈心谈话 before the life meeting: who has talked with whom, told by either and confirmed by the other. */
export const heartTalks = {
  matrix: query({
    grant: 'appraisal.view',
    summary: '谈心谈话：一个支部一年里谁和谁谈过，每个人还差哪一种',
    input: Paging.extend({ organizationId: Id, year: Year, onlyOwing: z.boolean().default(false) }),
    output: pageOf(Person.extend({ owed: z.array(Owed), isDone: z.boolean() })).extend({
      people: z.array(Person),
      /** Pairs who have talked; unconfirmed ones are only half known. */
      pairs: z.array(z.object({ one: Id, other: Id, times: z.int(), isConfirmed: z.boolean() })),
      done: z.int(),
      times: z.int(),
      clause: z.string(),
      isBranch: z.boolean(),
      mayHold: z.boolean(),
    }),
  }),

  enter: command({
    grant: 'appraisal.hold',
    summary: '代录两名党员的一次谈心谈话；两人都会收到告知',
    input: z.object({
      organizationId: Id,
      oneId: Id,
      otherId: Id,
      day: Day,
      note: Line.default(''),
    }),
    output: z.object({ heartTalkId: Id }),
  }),

  mine: query({
    summary: '我的谈心谈话：今年和谁谈过，还该和谁谈，等我确认的',
    input: z.object({}),
    output: z.object({
      year: Year,
      isMember: z.boolean(),
      owed: z.array(Owed),
      others: z.array(Person),
      talks: z.array(TalkLine),
      clause: z.string(),
    }),
  }),

  record: command({
    summary: '记下我和本支部一名党员的谈心谈话，对方确认后计入',
    input: z.object({ otherId: Id, day: Day, note: Line.default('') }),
    output: z.object({ heartTalkId: Id }),
  }),

  confirm: command({
    summary: '确认对方记下的谈心谈话；没有谈过的就不认',
    input: z.object({ heartTalkId: Id, isSo: z.boolean() }),
    output: z.object({}),
  }),
}
