import * as z from 'zod'
import { BallotKey } from './ballot-shapes.ts'
import { ballotStates, ballotVerdicts, ballotWays } from './ballot-words.ts'
import { electionScopes, electionStates } from './election-words.ts'
import { command, query } from './kit.ts'
import { Day, Id, Line, Name, Paging, Version, keysOf, pageOf } from './vocabulary.ts'
import { posts } from './words.ts'

const ElectionKey = z.object({ unitId: Id, electionId: Id })
const Turn = ElectionKey.extend({ version: Version })
const Changed = z.object({ version: Version })
const Scope = z.enum(keysOf(electionScopes))
const Person = z.object({ memberId: Id, name: Name })

const Head = ElectionKey.extend({
  organizationId: Id,
  organizationName: Name,
  scope: Scope,
  seats: z.int(),
  state: z.enum(keysOf(electionStates)),
  candidates: z.int(),
  elected: z.int(),
  at: Day,
})

/** One ballot of an election: who stood, what they got. */
const Round = BallotKey.extend({
  round: z.int(),
  way: z.enum(keysOf(ballotWays)),
  state: z.enum(keysOf(ballotStates)),
  countedOn: Day.nullable(),
  sentence: z.string(),
  lines: z.array(
    Person.extend({
      inFavour: z.int().nullable(),
      verdict: z.enum(keysOf(ballotVerdicts)).nullable(),
    }),
  ),
})

/** Elections of branches: the slate, its approval, the ballots, and the new committee. */
export const elections = {
  list: query({
    grant: 'elections.view',
    summary: '换届选举：本组织的和下级的，新的在前',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(Head).extend({ going: z.int(), mayHold: z.boolean(), isBranch: z.boolean() }),
  }),

  show: query({
    grant: 'elections.view',
    summary: '一次选举：候选人、批复、各轮投票和当选的人',
    input: ElectionKey,
    output: Head.extend({
      version: Version,
      slate: z.array(Person),
      /** So many candidates at least for the seats, and by which rule. */
      least: z.int(),
      clause: z.string(),
      note: z.string(),
      approvedBy: z.string(),
      approvedOn: Day.nullable(),
      activityId: Id.nullable(),
      /** Meetings of the branch at which it could be held. */
      meetings: z.array(z.object({ activityId: Id, title: Name, day: Day })),
      rounds: z.array(Round),
      winners: z.array(Person),
      /** Seats that are still empty, and who could stand for them. */
      open: z.int(),
      mayStand: z.array(Person),
      holders: z.array(Person.extend({ post: z.enum(keysOf(posts)) })),
      reason: z.string(),
      mayHold: z.boolean(),
      mayApprove: z.boolean(),
    }),
  }),

  choices: query({
    grant: 'elections.view',
    summary: '可以提名的人：本支部有选举权和被选举权的党员',
    input: z.object({ organizationId: Id }),
    output: z.object({ rows: z.array(Person) }),
  }),

  keep: command({
    grant: 'elections.hold',
    summary: '拟定选举方案：选什么、应选几名、候选人预备人选；批复以前可以改',
    input: Turn.omit({ unitId: true }).extend({
      organizationId: Id,
      scope: Scope,
      seats: z.int().min(1).max(15),
      memberIds: z.array(Id).min(1, '请至少提一名候选人').max(30),
      note: Line.default(''),
    }),
    output: ElectionKey.extend({ version: Version }),
  }),

  approve: command({
    grant: 'organizations.change',
    summary: '上级党组织批复候选人预备人选',
    input: Turn.extend({ approvedBy: Line.min(2, '请写批复的党组织和文号'), approvedOn: Day }),
    output: Changed,
  }),

  open: command({
    grant: 'elections.hold',
    summary:
      '在党员大会上发票；没有选满的，同票的人或者其他人再投一轮；投票中再按一次，后到的人也能投',
    input: Turn.extend({
      activityId: Id,
      way: z.enum(keysOf(ballotWays)),
      /** Who stands in a further round; left out, those with equal votes. */
      memberIds: z.array(Id).max(30).default([]),
    }),
    output: Changed.extend({ ballotId: Id }),
  }),

  conclude: command({
    grant: 'organizations.change',
    summary: '按选举结果登记新一届班子；写入党组织的换届记录',
    input: Turn.extend({
      holders: z
        .array(z.object({ memberId: Id, post: z.enum(keysOf(posts)) }))
        .min(1)
        .max(15),
    }),
    output: Changed.extend({ endsOn: Day }),
  }),

  withdraw: command({
    grant: 'elections.hold',
    summary: '撤销还没有登记班子的选举，写明原因',
    input: Turn.extend({ reason: Line.min(2) }),
    output: Changed,
  }),
}
