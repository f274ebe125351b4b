import * as z from 'zod'
import {
  AppraisalBallot,
  AppraisalGrade,
  AppraisalHead,
  AppraisalKey,
  AppraisalMeeting,
  AppraisalRow,
  Appraised,
  AppraisedKey,
  AppraisedRow,
  Conclusion,
  ExcuseReason,
  HeadingMarks,
  MutualOpinion,
  Opinion,
  SelfRating,
} from './appraisal-shapes.ts'
import { appraisalStages } from './appraisal-words.ts'
import { ballotWays } from './ballot-words.ts'
import { FormDefinition } from './form-shapes.ts'
import { command, query } from './kit.ts'
import { Day, Id, Name, Paging, Version, Year, keysOf, pageOf } from './vocabulary.ts'

const Changed = z.object({ version: Version })
const Turn = AppraisalKey.extend({ version: Version })
const Stage = z.enum(keysOf(appraisalStages))

/** 民主评议党员: self-rating, mutual rating, a secret ballot, and what the branch makes of it; once a year. */
export const appraisal = {
  list: query({
    grant: 'appraisal.view',
    summary: '一年的民主评议：本级和下级各支部开展到哪一步',
    input: Paging.extend({ organizationId: Id, year: Year, stage: Stage.exactOptional() }),
    output: pageOf(AppraisalRow).extend({
      counts: z.record(Stage, z.int()),
      people: z.int(),
      graded: z.int(),
      excellent: z.int(),
      overdue: z.int(),
      isBranch: z.boolean(),
      /** Whether the branch can open its round of this year here and now. */
      mayOpen: z.boolean(),
    }),
  }),

  open: command({
    grant: 'appraisal.hold',
    summary: '开展一年的民主评议：定下参加的人，通知每个人自评互评；一个支部一年一次',
    input: z.object({
      organizationId: Id,
      year: Year,
      rateUntil: Day,
      /** Mutual rating within each group, where there are many. */
      byGroup: z.boolean().default(false),
    }),
    output: AppraisalKey,
  }),

  renew: command({
    grant: 'appraisal.hold',
    summary: '按现在的名册补上新来的人，去掉已经转出的人；测评投票以后不再变',
    input: Turn,
    output: Changed.extend({ added: z.int(), removed: z.int() }),
  }),

  show: query({
    grant: 'appraisal.view',
    summary: '一次民主评议：到哪一步、还缺什么、每个人自评互评没有',
    input: AppraisalKey,
    output: AppraisalHead.extend({
      meeting: AppraisalMeeting.nullable(),
      /** Meetings of the year in which it can be held. */
      meetings: z.array(AppraisalMeeting),
      ballot: AppraisalBallot.nullable(),
      people: z.array(AppraisedRow),
      graded: z.int(),
      excellentMost: z.int(),
      excellent: z.int(),
      clauses: z.array(z.string()),
      /** What still stands between the round and its next step, in words. */
      lacks: z.array(z.string()),
      talksOwed: z.int(),
      mayHold: z.boolean(),
    }),
  }),

  person: query({
    grant: 'appraisal.hold',
    summary: '一名党员的评议：自评、互评、测评票数、支部意见',
    input: AppraisedKey,
    output: Appraised,
  }),

  joinMeeting: command({
    grant: 'appraisal.hold',
    summary: '写明评议在哪次组织生活会或党员大会上进行；投票的到会人数取自它的点名',
    input: Turn.extend({ activityId: Id }),
    output: Changed,
  }),

  writeSelf: command({
    grant: 'appraisal.hold',
    summary: '代录一名党员的书面自评：没有手机或行动不便的',
    input: AppraisedKey.extend(SelfRating.shape),
    output: z.object({}),
  }),

  excuse: command({
    grant: 'appraisal.hold',
    summary: '一名党员本次不参加评议，写明原因；不写原因就恢复参加',
    input: AppraisedKey.extend({ version: Version, reason: ExcuseReason.nullable() }),
    output: Changed,
  }),

  vote: command({
    grant: 'appraisal.hold',
    summary: '开始民主测评：无记名投票，自评互评随之截止；预备党员没有表决权',
    input: Turn.extend({ way: z.enum(keysOf(ballotWays)), until: Day }),
    output: Changed.extend({ ballotId: Id }),
  }),

  conclude: command({
    grant: 'appraisal.hold',
    summary: '支部对一名党员的评价：四个合格、等次、意见；优秀不超过规定比例，预备党员不定等次',
    input: AppraisedKey.extend({ version: Version, ...Conclusion.shape }),
    output: Changed,
  }),

  close: command({
    grant: 'appraisal.hold',
    summary: '办结评议，把结果告诉每个人',
    input: Turn,
    output: Changed.extend({ told: z.int() }),
  }),

  mine: query({
    summary: '我的民主评议：今年要做的和历年的结果',
    input: z.object({}),
    output: z.object({
      rounds: z.array(
        AppraisalHead.omit({ version: true }).extend({
          role: AppraisedRow.shape.role,
          roleNote: z.string(),
          definition: FormDefinition,
          self: SelfRating.extend({ summary: z.string(), on: Day }).nullable(),
          /** Whom I am asked to rate, and what I said. */
          others: z.array(
            z.object({
              memberId: Id,
              name: Name,
              isGraded: z.boolean(),
              grade: AppraisalGrade.nullable(),
              comment: z.string(),
              isRated: z.boolean(),
            }),
          ),
          ballotId: Id.nullable(),
          /** What it came to, once it is settled. */
          result: z
            .object({
              grade: AppraisalGrade.nullable(),
              headings: HeadingMarks.nullable(),
              opinion: z.string(),
              opinions: z.array(MutualOpinion),
              reply: z.string(),
              isRead: z.boolean(),
            })
            .nullable(),
        }),
      ),
    }),
  }),

  rateSelf: command({
    summary: '自评：对照四个合格，写明差距和怎么改；测评以前可以改',
    input: AppraisalKey.extend(SelfRating.shape),
    output: z.object({}),
  }),

  rate: command({
    summary: '互评一名党员：等次和批评意见；测评以前可以改，本人看得到',
    input: AppraisedKey.extend({ grade: AppraisalGrade.nullable(), comment: Opinion }),
    output: z.object({}),
  }),

  acknowledge: command({
    summary: '看过评议结果；有不同意见可以写下',
    input: AppraisalKey.extend({ reply: z.string().trim().max(2000).default('') }),
    output: z.object({}),
  }),
}
