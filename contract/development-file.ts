import * as z from 'zod'
import { ApplicantFacts, ApplicantKey, Stage } from './development-shapes.ts'
import { taskOwners } from './development-words.ts'
import { command, query } from './kit.ts'
import { ActivityKind } from './activity-shapes.ts'
import { Day, Id, Line, Moment, Name, Text, Version, keysOf } from './vocabulary.ts'

const Owner = z.enum(keysOf(taskOwners))
const People = z.int().min(0).max(10_000)

/** What is written into the file of somebody on the way besides the twenty-five steps. */
export const developmentFile = {
  correct: command({
    grant: 'development.keep',
    summary: '更正本人信息：身份证号、电话、住址留空表示不变；改了哪些项写入纪实',
    input: ApplicantKey.extend({
      ...ApplicantFacts.shape,
      formId: Id,
      version: Version,
      reason: Line.min(4, '请写明更正的依据'),
    }),
    output: z.object({ version: Version }),
  }),

  recommend: command({
    grant: 'development.keep',
    summary: '三推一选：登记一方的推荐',
    input: ApplicantKey.extend({
      formId: Id,
      source: Name,
      on: Day,
      /** How many took part, and how many of them were for it. */
      people: People,
      inFavour: People,
      text: Line.default(''),
    }),
    output: z.object({}),
  }),

  select: command({
    grant: 'development.keep',
    summary: '三推一选：登记择优票决，应到会人数过半到会、过半赞成才算通过',
    input: ApplicantKey.extend({
      formId: Id,
      on: Day,
      entitled: People.min(1, '应到会不能是 0 人'),
      present: People,
      inFavour: People,
      against: People,
      abstained: People,
    }),
    output: z.object({ isPassed: z.boolean() }),
  }),

  plan: command({
    grant: 'development.keep',
    summary: '下达培养计划：本人的实践任务和共育共管的责任，各有期限',
    input: ApplicantKey.extend({
      formId: Id,
      tasks: z
        .array(
          z.object({ owner: Owner, title: Line.min(4, '请写清任务，至少 4 个字'), dueOn: Day }),
        )
        .min(1, '至少写一项')
        .max(20),
    }),
    output: z.object({}),
  }),

  finish: command({
    summary: '办结一项培养任务：本人、培养联系人办自己的，支部都可以办',
    input: ApplicantKey.extend({
      taskId: Id,
      result: Text.min(4, '请写清做了什么，至少 4 个字').max(1_000),
    }),
    output: z.object({}),
  }),

  trainings: query({
    grant: 'development.view',
    summary: '本人已经结业的培训班，可以直接计入集中培训',
    input: ApplicantKey,
    output: z.object({
      rows: z.array(
        z.object({
          classUnitId: Id,
          classId: Id,
          enrolmentId: Id,
          title: z.string(),
          organizationName: z.string(),
          from: Day,
          until: Day,
          minutes: z.int(),
          days: z.int(),
          score: z.int().nullable(),
          certificate: z.string(),
          isTaken: z.boolean(),
        }),
      ),
    }),
  }),

  takeTraining: command({
    grant: 'development.keep',
    summary: '把培训班的结业记录计入集中培训，学时由培训班带来，不另填',
    input: ApplicantKey.extend({ classUnitId: Id, classId: Id, enrolmentId: Id }),
    output: z.object({}),
  }),

  events: query({
    grant: 'development.view',
    summary: '支部近期的活动，各阶段的培养对象可以参加哪些、谁来了',
    input: z.object({ organizationId: Id }),
    output: z.object({
      events: z.array(
        z.object({
          unitId: Id,
          activityId: Id,
          kind: ActivityKind,
          title: z.string(),
          startsAt: Moment,
          isOver: z.boolean(),
          people: z.array(
            z.object({ applicantId: Id, name: z.string(), stage: Stage, came: z.boolean() }),
          ),
        }),
      ),
    }),
  }),

  attend: command({
    grant: 'development.keep',
    summary: '登记培养对象参加支部活动，只限其所处阶段可以参加的',
    input: z.object({
      unitId: Id,
      activityId: Id,
      applicantIds: z.array(Id).min(1, '请选到场的人').max(200),
    }),
    output: z.object({ entered: z.int() }),
  }),

  meetings: query({
    grant: 'development.view',
    summary: '本支部党员大会上关于这名对象的无记名表决，办理时直接读取',
    input: ApplicantKey,
    output: z.object({
      rows: z.array(
        z.object({
          activityId: Id,
          motionId: Id,
          text: z.string(),
          on: Day,
          entitled: z.int(),
          present: z.int(),
          inFavour: z.int(),
          against: z.int(),
          abstained: z.int(),
        }),
      ),
    }),
  }),
}
