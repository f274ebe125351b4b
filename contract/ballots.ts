import * as z from 'zod'
import {
  BallotChoices,
  BallotElectorate,
  BallotHead,
  BallotKey,
  BallotResult,
  BallotSlip,
  PaperCount,
  Teller,
  WrittenOpinions,
} from './ballot-shapes.ts'
import { command, query } from './kit.ts'
import { Id, Line, Name, Paging, pageOf } from './vocabulary.ts'

/** Bytes of a ticket, in base64url. */
const Sealed = z.string().regex(/^[\w-]{10,1024}$/, '票据已损坏，请重新打开选票')

/** Ballots: who may vote on what, how, and what it came to. They are opened by whoever has something to decide. */
export const ballots = {
  list: query({
    grant: 'ballots.view',
    summary: '票决：本组织的和下级的，新的在前',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(BallotHead.extend({ entitled: z.int(), present: z.int() })).extend({
      open: z.int(),
    }),
  }),

  show: query({
    grant: 'ballots.view',
    summary: '一次票决：有表决权的人、到会和领票的人数；计票以前看不到票数，谁投了什么谁也看不到',
    input: BallotKey,
    output: BallotHead.extend({
      slip: BallotSlip,
      electorate: BallotElectorate,
      /** Tickets given and slips come back, as numbers, while it goes on. */
      issued: z.int(),
      returned: z.int(),
      voters: z.array(z.object({ memberId: Id, name: Name, isPresent: z.boolean() })),
      countsWritten: z.boolean(),
      result: BallotResult.nullable(),
      mayHold: z.boolean(),
    }),
  }),

  count: command({
    grant: 'ballots.hold',
    summary: '计票：手机投票截止并由平台计票，纸质选票由监票人、计票人报数；计票后不再收票',
    input: BallotKey.extend({
      tellers: z.array(Teller).max(10).default([]),
      paper: PaperCount.nullable().default(null),
      written: WrittenOpinions.nullable().default(null),
    }),
    output: z.object({ result: BallotResult.nullable(), sentence: z.string() }),
  }),

  abandon: command({
    grant: 'ballots.hold',
    summary: '宣布一次还没有计票的票决无效，写明原因；已收的票全部销毁',
    input: BallotKey.extend({ reason: Line.min(2, '请写明为什么无效') }),
    output: z.object({}),
  }),

  mine: query({
    summary: '请我投的票：正在投的和刚计票的',
    input: z.object({}),
    output: z.object({ rows: z.array(BallotHead.extend({ hasTicket: z.boolean() })) }),
  }),

  asked: query({
    summary: '请我投的一张票；计票以后是公布的结果',
    input: BallotKey,
    output: BallotHead.extend({
      hasTicket: z.boolean(),
      isPresent: z.boolean(),
      result: z.string(),
    }),
  }),

  ticket: command({
    summary: '领票：给盲化的票签名，一人一张，平台看不到票面',
    input: BallotKey.extend({ blinded: Sealed }),
    output: z.object({ signature: z.string() }),
  }),

  slip: query({
    grant: 'open',
    summary: '一次手机投票的选票和验票公钥；不登录就能看，大家看到的是同一份',
    input: BallotKey,
    output: BallotSlip.extend({ title: z.string(), publicKey: z.string() }),
  }),

  cast: command({
    grant: 'open',
    summary: '凭票投票，不登录；一张票投一次，不记时间和来处',
    input: BallotKey.extend({ message: Sealed, signature: Sealed, choices: BallotChoices }),
    output: z.object({}),
  }),
}
