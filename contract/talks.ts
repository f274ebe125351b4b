import * as z from 'zod'
import { command, query } from './kit.ts'
import { talkSigns, talkStates } from './talk-words.ts'
import {
  Day,
  Id,
  Line,
  Minutes,
  Moment,
  Month,
  Name,
  Paging,
  Version,
  keysOf,
  pageOf,
} from './vocabulary.ts'

const Sign = z.enum(keysOf(talkSigns))
const State = z.enum(keysOf(talkStates))
const MemberKey = z.object({ unitId: Id, memberId: Id })
const TalkKey = z.object({ unitId: Id, talkId: Id })
const Told = z.string().trim().min(2).max(2000)

/** One reason, with the figures it was drawn from and the rule that says when it is one. */
const Reason = z.object({ sign: Sign, sentence: z.string(), clause: z.string() })

const Somebody = MemberKey.extend({ name: Name, organizationName: Name })

const Watched = Somebody.extend({
  reasons: z.array(Reason),
  /** The talk that is under way, or was closed so lately that nobody need ask again. */
  talk: z.object({ talkId: Id, state: State }).nullable(),
})

/** Without a word of what was said. */
const TalkRow = TalkKey.extend({
  ...Somebody.shape,
  state: State,
  reasons: z.array(Reason),
  cause: z.string(),
  talkerName: Name,
  plannedOn: Day,
  heldOn: Day.nullable(),
  followUpOn: Day.nullable(),
  isLate: z.boolean(),
})

export const talks = {
  watchlist: query({
    grant: 'talks.view',
    summary: '关注名单：谁近来学习或到会明显下滑，为什么在这里',
    input: Paging.extend({
      organizationId: Id,
      sign: Sign.exactOptional(),
      /** Also those with whom a talk is under way or has just been. */
      all: z.boolean().default(false),
    }),
    output: pageOf(Watched).extend({
      day: Day,
      counts: z.record(Sign, z.int()),
      /** How many are on the list and nobody has talked with yet. */
      waiting: z.int(),
      mayHold: z.boolean(),
    }),
  }),

  reasons: query({
    grant: 'talks.view',
    summary: '一名党员为什么在关注名单上：逐月到会、学习，与本人以前相比',
    input: MemberKey,
    output: Somebody.extend({
      day: Day,
      reasons: z.array(Reason),
      months: z.array(
        z.object({
          month: Month,
          due: z.int(),
          present: z.int(),
          minutes: Minutes,
          isRecent: z.boolean(),
        }),
      ),
      absences: z.array(z.object({ day: Day, title: z.string() })),
      thresholds: z.array(z.object({ name: z.string(), value: z.string(), clause: z.string() })),
      talks: z.array(TalkRow),
    }),
  }),

  list: query({
    grant: 'talks.view',
    summary: '谈话提醒：待谈、跟进、办结',
    input: Paging.extend({ organizationId: Id, state: State.exactOptional() }),
    output: pageOf(TalkRow).extend({ day: Day, counts: z.record(State, z.int()) }),
  }),

  show: query({
    grant: 'talks.view',
    summary: '一次谈话的记录和跟进；内容仅书记和上级党委可见',
    input: TalkKey,
    output: TalkRow.extend({
      version: Version,
      place: z.string(),
      content: z.string(),
      promise: z.string(),
      followUps: z.array(
        z.object({ day: Day, finding: z.string(), byName: Name, at: Moment, next: Day.nullable() }),
      ),
      cancelReason: z.string(),
      day: Day,
      mayHold: z.boolean(),
    }),
  }),

  open: command({
    grant: 'talks.hold',
    summary: '约一次谈话，通知本人时间地点；理由取自当时的数据',
    input: MemberKey.extend({
      plannedOn: Day,
      place: Line.min(1, '请写明地点'),
      talkerName: Name,
      /** Why, where the data give no reason. */
      cause: Line.default(''),
    }),
    output: TalkKey,
  }),

  record: command({
    grant: 'talks.hold',
    summary: '记录谈话：谈了什么，本人怎么表态，何时跟进',
    input: TalkKey.extend({
      version: Version,
      heldOn: Day,
      content: Told,
      promise: z.string().trim().max(500).default(''),
      followUpOn: Day,
    }),
    output: z.object({ version: Version }),
  }),

  followUp: command({
    grant: 'talks.hold',
    summary: '跟进谈话：有没有改进；继续跟进或者办结',
    input: TalkKey.extend({
      version: Version,
      day: Day,
      finding: Told,
      /** When to look again; nothing, where it is settled. */
      next: Day.nullable(),
    }),
    output: z.object({ version: Version, state: State }),
  }),

  cancel: command({
    grant: 'talks.hold',
    summary: '撤销一次还没有进行的谈话，写明原因',
    input: TalkKey.extend({ version: Version, reason: Line.min(2) }),
    output: z.object({}),
  }),

  mine: query({
    summary: '约我的谈话：时间、地点和我的表态',
    input: z.object({}),
    output: z.object({
      rows: z.array(
        TalkKey.extend({
          state: State,
          talkerName: Name,
          plannedOn: Day,
          place: z.string(),
          heldOn: Day.nullable(),
          promise: z.string(),
        }),
      ),
    }),
  }),
}
