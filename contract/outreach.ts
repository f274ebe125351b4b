import * as z from 'zod'
import { command, query } from './kit.ts'
import {
  CaptureFacts,
  Evidence,
  Pack,
  PackItem,
  PackKey,
  RoundHead,
  RoundKey,
  Stop,
  StopPlan,
  Visit,
  VisitKey,
} from './outreach-shapes.ts'
import { dueFilters } from './outreach-words.ts'
import {
  Day,
  Id,
  Line,
  Minutes,
  Moment,
  Name,
  Paging,
  Version,
  keysOf,
  pageOf,
} from './vocabulary.ts'
import { excuseReasons } from './words.ts'

/** Home delivery: study is brought to those who cannot come to it. */
export const outreach = {
  due: query({
    grant: 'outreach.view',
    summary: '送学上门名单：免硬性要求的党员，本季度按规定送到了没有',
    input: Paging.extend({
      organizationId: Id,
      show: z.enum(keysOf(dueFilters)).default('due'),
      text: Line.default(''),
    }),
    output: pageOf(
      z.object({
        unitId: Id,
        memberId: Id,
        name: Name,
        organizationName: Name,
        reason: z.enum(keysOf(excuseReasons)),
        excuseUntil: Day.nullable(),
        visits: z.int(),
        needed: z.int(),
        lastOn: Day.nullable(),
        /** The round that is under way and has them on its route. */
        roundTitle: z.string(),
      }),
    ).extend({
      quarter: z.object({ from: Day, until: Day }),
      excused: z.int(),
      due: z.int(),
      planned: z.int(),
      clause: z.string(),
    }),
  }),

  coverage: query({
    grant: 'outreach.view',
    summary: '送学上门覆盖：下级各组织应送多少人，本季度送到多少人',
    input: z.object({ organizationId: Id }),
    output: z.object({
      quarter: z.object({ from: Day, until: Day }),
      rows: z.array(
        z.object({
          organizationId: Id,
          name: Name,
          hasBelow: z.boolean(),
          excused: z.int(),
          due: z.int(),
          visits: z.int(),
        }),
      ),
    }),
  }),

  packs: query({
    grant: 'outreach.view',
    summary: '资料包：里面有什么，每人几份',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(Pack),
  }),

  keepPack: command({
    grant: 'outreach.manage',
    summary: '整理一个资料包，或者改它的清单',
    input: z.object({
      organizationId: Id,
      packId: Id,
      version: Version,
      title: Name,
      items: z.array(PackItem).min(1, '资料包里至少放一样').max(50),
    }),
    output: PackKey.extend({ version: Version }),
  }),

  endPack: command({
    grant: 'outreach.manage',
    summary: '停用一个资料包；已排的轮次不变',
    input: PackKey,
    output: z.object({}),
  }),

  rounds: query({
    grant: 'outreach.view',
    summary: '送学轮次：本组织和下级的，新的在前',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(RoundHead),
  }),

  round: query({
    grant: 'outreach.view',
    summary: '一轮送学：路线、打包清单、上门情况和全部凭据',
    input: RoundKey,
    output: RoundHead.extend({
      pack: Pack.nullable(),
      packedOn: Day.nullable(),
      packedBy: z.string(),
      stops: z.array(Stop),
      version: Version,
      may: z.object({ manage: z.boolean() }),
    }),
  }),

  planRound: command({
    grant: 'outreach.manage',
    summary: '从免硬性要求的党员中排一轮送学，定上门的人和资料包',
    input: z.object({
      organizationId: Id,
      formId: Id,
      title: Name,
      from: Day,
      until: Day,
      packId: Id.nullable().default(null),
      visitorIds: z.array(Id).min(1, '请选上门的人').max(20),
      memberIds: z.array(Id).min(1, '请选要上门的党员').max(200),
    }),
    output: RoundKey,
  }),

  arrange: command({
    grant: 'outreach.manage',
    summary: '排路线：按村、按支部手工定先后、日期和备注；不在里面的移出',
    input: RoundKey.extend({ version: Version, stops: z.array(StopPlan).min(1).max(200) }),
    output: z.object({ version: Version }),
  }),

  markPacked: command({
    grant: 'outreach.manage',
    summary: '资料已按清单打包',
    input: RoundKey,
    output: z.object({ packedOn: Day }),
  }),

  endRound: command({
    grant: 'outreach.manage',
    summary: '结束一轮送学；手机上的名单随之清除，结束前上门的仍可上交',
    input: RoundKey,
    output: z.object({}),
  }),

  settle: command({
    grant: 'outreach.manage',
    summary: '说法不一时由没有上门的同志认定；认定后记学时或撤回学时',
    input: VisitKey.extend({
      version: Version,
      isMet: z.boolean(),
      minutes: Minutes.max(600),
      reason: Line.min(2, '请写明认定的依据'),
    }),
    output: z.object({ version: Version }),
  }),

  myRounds: query({
    summary: '我参加的送学轮次；手机存下它，没有网络也能看',
    input: z.object({}),
    output: z.object({
      /** Whose it is: one phone may serve several people. */
      personId: Id,
      rows: z.array(
        RoundKey.extend({
          title: Name,
          organizationName: Name,
          from: Day,
          until: Day,
          visitors: z.array(z.string()),
          packTitle: z.string(),
          items: z.array(PackItem),
          stops: z.array(
            Stop.extend({
              /** Enough to know whom one rings, not to ring strangers. */
              phone: z.string(),
            }),
          ),
        }),
      ),
    }),
  }),

  capture: command({
    summary: '上交一条上门记录；同一条交几次都只算一次，先后不限',
    input: RoundKey.extend({
      memberId: Id,
      captureId: Id,
      ...CaptureFacts.shape,
      photoId: Id.nullable().default(null),
      /** Said after both sides were shown: what the phone says now stands. */
      replaces: z.boolean().default(false),
    }),
    output: z.object({
      outcome: z.enum(['kept', 'same', 'differs']),
      /** What the server holds under this name. */
      mine: Evidence,
      visit: Visit,
    }),
  }),

  confirm: command({
    summary: '第二人确认：同去的同志或党员本人说是否属实',
    input: VisitKey.extend({ isTrue: z.boolean(), note: Line.default('') }),
    output: z.object({ visit: Visit }),
  }),

  mine: query({
    summary: '送到我家的：哪天、谁来的、带了什么、记了多少学时',
    input: z.object({}),
    output: z.object({
      rows: z.array(
        Visit.extend({
          roundTitle: z.string(),
          visitors: z.array(z.string()),
          delivered: z.array(z.string()),
          at: Moment,
          /** What I have said about it, if I have. */
          myWord: z.boolean().nullable(),
        }),
      ),
    }),
  }),
}
