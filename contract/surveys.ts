import * as z from 'zod'
import { Answers, FormDefinition } from './form-shapes.ts'
import { command, query } from './kit.ts'
import {
  Assessment,
  Breakdown,
  Group,
  Need,
  NeedPlan,
  Person,
  Sealed,
  SurveyHead,
  SurveyKey,
  SurveyPlan,
  Tally,
} from './survey-shapes.ts'
import { Id, Line, Name, Paging, Version, pageOf } from './vocabulary.ts'

const Asked = SurveyHead.omit({ asked: true, answered: true }).extend({ isAnswered: z.boolean() })

const Texts = z.array(
  z.object({
    questionId: z.string(),
    answered: z.int(),
    /** The first of them in the order of the words, each once. */
    texts: z.array(z.string()).max(100),
  }),
)

/** Surveys: what is asked of whom, what they said, and what follows from it. */
export const surveys = {
  list: query({
    grant: 'surveys.view',
    summary: '调查测评：本组织的和下级的，新的在前',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(SurveyHead).extend({
      open: z.int(),
      asked: z.int(),
      answered: z.int(),
      mayManage: z.boolean(),
    }),
  }),

  show: query({
    grant: 'surveys.view',
    summary: '一份问卷：题目、对象、各组答卷进度；匿名的只有人数，没有名字',
    input: SurveyKey,
    output: SurveyHead.extend({
      plan: SurveyPlan,
      groups: z.array(Group),
      version: Version,
      mayManage: z.boolean(),
    }),
  }),

  keep: command({
    grant: 'surveys.manage',
    summary: '写一份问卷，或者改还没有发出的问卷',
    input: z.object({
      organizationId: Id,
      surveyId: Id,
      version: Version,
      ...SurveyPlan.shape,
    }),
    output: SurveyKey.extend({ version: Version }),
  }),

  open: command({
    grant: 'surveys.manage',
    summary: '发出问卷：按对象和名额抽定答卷人并通知；发出后题目不再变',
    input: SurveyKey.extend({ version: Version }),
    output: z.object({ asked: z.int() }),
  }),

  remind: command({
    grant: 'surveys.manage',
    summary: '提醒还没有答卷的人，一天一次；匿名问卷也不显示是谁',
    input: SurveyKey,
    output: z.object({ reminded: z.int() }),
  }),

  end: command({
    grant: 'surveys.manage',
    summary: '结束答卷；匿名问卷的签发密钥随之销毁',
    input: SurveyKey,
    output: z.object({}),
  }),

  results: query({
    grant: 'surveys.view',
    summary: '答卷结果：总体和分组；匿名问卷结束后才看，不足五份的组不显示',
    input: SurveyKey.extend({ breakdown: Breakdown.nullable().default(null) }),
    output: z.object({
      definition: FormDefinition,
      answered: z.int(),
      /** Why nothing is shown, in words; empty where something is. */
      hidden: z.string(),
      tallies: z.array(Tally),
      /** What was written, without order. */
      texts: Texts,
      /** Of what can be earned, in percent. */
      share: z.number().nullable(),
      breakdown: Breakdown.nullable(),
      groups: z.array(
        z.object({
          key: z.string(),
          name: z.string(),
          answered: z.int().nullable(),
          share: z.number().nullable(),
          isLow: z.boolean(),
          tallies: z.array(Tally),
          texts: Texts,
        }),
      ),
      lowShare: z.int(),
    }),
  }),

  people: query({
    grant: 'surveys.view',
    summary: '实名问卷谁答了什么；匿名问卷没有这一页',
    input: SurveyKey.extend(Paging.shape),
    output: pageOf(
      Person.extend({
        name: Name,
        organizationName: Name,
        answers: Answers.nullable(),
        assessment: Assessment.nullable(),
      }),
    ),
  }),

  assess: command({
    grant: 'surveys.manage',
    summary: '支部评价一名党员的对照自查；本人看得到',
    input: SurveyKey.extend({ ...Person.shape, ...Assessment.shape }),
    output: z.object({}),
  }),

  export: command({
    grant: 'surveys.view',
    summary: '导出答卷；匿名问卷不含姓名、时间和先后',
    input: SurveyKey.extend({ format: z.enum(['xlsx', 'csv']) }),
    output: z.object({ address: z.string() }),
  }),

  needs: query({
    grant: 'surveys.view',
    summary: '培训需求清单：从哪份问卷来、多少人选，同意了没有',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(Need).extend({
      proposed: z.int(),
      approved: z.int(),
      mayManage: z.boolean(),
      mayDecide: z.boolean(),
    }),
  }),

  addNeeds: command({
    grant: 'surveys.manage',
    summary: '把已结束问卷一道选择题里的选项列入培训需求清单',
    input: SurveyKey.extend({
      questionId: z.string().max(40),
      optionIds: z.array(z.string().max(40)).min(1, '请选要列入的选项').max(60),
    }),
    output: z.object({ added: z.int() }),
  }),

  decideNeed: command({
    grant: 'plans.approve',
    summary: '审定一条培训需求：同意列入计划，或者不列入并写明原因',
    input: z.object({
      unitId: Id,
      needId: Id,
      version: Version,
      isApproved: z.boolean(),
      note: Line.default(''),
      /** The plan that it enters when approved, and as what. */
      into: NeedPlan.nullable().default(null),
    }),
    output: z.object({ version: Version, itemId: Id.nullable() }),
  }),

  mine: query({
    summary: '请我答的问卷：还没有答的在前',
    input: z.object({}),
    output: z.object({ rows: z.array(Asked) }),
  }),

  asked: query({
    summary: '请我答的一份问卷',
    input: SurveyKey,
    output: Asked.extend({
      definition: FormDefinition,
      /** Which key my ticket is signed under, if the survey is anonymous. */
      group: z.string(),
      assessment: Assessment.nullable(),
    }),
  }),

  answer: command({
    summary: '实名答卷；一人一份，交了不能改',
    input: SurveyKey.extend({ answers: Answers }),
    output: z.object({}),
  }),

  ticket: command({
    summary: '领匿名答卷的票：给盲化的票签名，一人一张，平台看不到票面',
    input: SurveyKey.extend({ blinded: Sealed }),
    output: z.object({ signature: z.string() }),
  }),

  ballot: query({
    grant: 'open',
    summary: '一份匿名问卷的题目和各组验票公钥；不登录就能看，大家看到的是同一份',
    input: SurveyKey,
    output: z.object({
      definition: FormDefinition,
      keys: z.array(z.object({ group: z.string(), publicKey: z.string() })),
    }),
  }),

  cast: command({
    grant: 'open',
    summary: '凭票交匿名答卷，不登录；一张票一份，不记时间和来处',
    input: SurveyKey.extend({
      group: z.string().max(40),
      message: Sealed,
      signature: Sealed,
      answers: Answers,
    }),
    output: z.object({}),
  }),
}
