import * as z from 'zod'
import {
  ApplicantFacts,
  ApplicantKey,
  BoardRow,
  Happened,
  Shown,
  Stage,
  Step,
  Task,
  Totals,
  Vote,
} from './development-shapes.ts'
import { contactRoles, entryKinds } from './development-words.ts'
import { command, query } from './kit.ts'
import { Day, Id, Line, Minutes, Moment, Name, Paging, Text, keysOf, pageOf } from './vocabulary.ts'

const Key = z.string().min(1).max(40)
const Chosen = z.object({
  organizationId: Id,
  stage: Stage.nullable().default(null),
  text: Line.default(''),
  onlyLate: z.boolean().default(false),
})
const Entry = {
  formId: Id,
  kind: z.enum(keysOf(entryKinds)),
  on: Day,
  text: Text.min(4, '请写清情况，至少 4 个字').max(2_000),
}

/** Admission: from the application to full membership in twenty-five steps. */
export const development = {
  board: query({
    grant: 'development.view',
    summary: '发展党员进度：每个人到了哪一步、下一步何时可办、何时到期，逾期的在前',
    input: Paging.extend(Chosen.shape),
    output: pageOf(BoardRow).extend({ stages: z.partialRecord(Stage, z.int()), late: z.int() }),
  }),

  show: query({
    grant: 'development.view',
    summary: '一名对象：二十五步、下一步缺什么、纪实、联系人、考察、积分',
    input: ApplicantKey,
    output: Shown,
  }),

  register: command({
    grant: 'development.keep',
    summary: '登记入党申请人；平台启用前已经办过的步骤逐步补录',
    input: ApplicantFacts.extend({
      organizationId: Id,
      formId: Id,
      appliedOn: Day,
      past: z
        .array(z.object({ step: Key, on: Day }))
        .max(21)
        .default([]),
    }),
    output: ApplicantKey,
  }),

  decide: command({
    grant: 'development.decide',
    summary: '办理一步：结果、日期、材料，支部大会要登记表决',
    input: ApplicantKey.extend({
      step: Key,
      outcome: Key,
      on: Day,
      reason: Line.default(''),
      papers: z
        .array(z.object({ key: Key, fileId: Id }))
        .max(10)
        .default([]),
      vote: Vote.nullable().default(null),
      /** The vote as the record of the branch meeting has it, instead of numbers that are typed. */
      motion: z.object({ activityId: Id, motionId: Id }).nullable().default(null),
      /** How long probation is extended, if that is what is resolved. */
      months: z.int().min(1).max(24).nullable().default(null),
    }),
    output: z.object({ stage: Stage, next: z.string().nullable(), isLate: z.boolean() }),
  }),

  appoint: command({
    grant: 'development.keep',
    summary: '指定培养联系人或入党介绍人，须是正式党员；原来的随之结束',
    input: ApplicantKey.extend({
      formId: Id,
      role: z.enum(keysOf(contactRoles)),
      memberIds: z.array(Id).min(1).max(2),
    }),
    output: z.object({}),
  }),

  record: command({
    grant: 'development.keep',
    summary: '登记考察、思想汇报、培训、志愿服务或积分；登记后不能改，写错的再记一笔',
    input: ApplicantKey.extend({
      ...Entry,
      minutes: Minutes.default(0),
      points: z.int().min(-1_000).max(1_000).default(0),
      /** Of training held elsewhere, which may be counted in days. */
      days: z.int().min(0).max(60).default(0),
      fileIds: z.array(Id).max(10).default([]),
    }),
    output: z.object({}),
  }),

  observe: command({
    summary: '培养联系人登记对自己所联系对象的考察',
    input: ApplicantKey.extend({ formId: Id, on: Day, text: Entry.text }),
    output: z.object({}),
  }),

  tell: command({
    summary: '本人交一份思想汇报',
    input: z.object({ formId: Id, text: Text.min(20, '思想汇报请至少写 20 个字').max(5_000) }),
    output: z.object({}),
  }),

  post: command({
    grant: 'development.keep',
    summary: '张贴公示：生成公开链接，到期自动关闭',
    input: ApplicantKey.extend({
      formId: Id,
      contact: Line.min(5, '请写明反映问题的电话或地址'),
      workdays: z.int().min(1).max(30).default(5),
    }),
    output: z.object({ path: z.string(), until: Day }),
  }),

  notice: query({
    grant: 'open',
    summary: '凭链接看公示，公示期满自动关闭',
    input: z.object({ code: z.string().min(20).max(80) }),
    output: z.object({
      name: z.string(),
      sex: z.string(),
      bornMonth: z.string(),
      education: z.string(),
      occupation: z.string(),
      organizationName: Name,
      appliedOn: Day,
      contacts: z.array(z.string()),
      from: Day,
      until: Day,
      contact: z.string(),
    }),
  }),

  ask: command({
    grant: 'development.keep',
    summary: '联审：请有关部门答复一个问题，对方凭链接只看得到这个问题',
    input: ApplicantKey.extend({
      formId: Id,
      department: Line.min(2, '请写明部门'),
      question: Text.min(6, '请写清要对方答复什么').max(500),
      dueOn: Day,
    }),
    output: z.object({ path: z.string() }),
  }),

  move: command({
    grant: 'development.keep',
    summary: '转到另一个支部继续培养，时间接着算，写明材料已经移交',
    input: ApplicantKey.extend({
      formId: Id,
      organizationId: Id,
      reason: Line.min(4, '请写明原因和材料移交情况'),
    }),
    output: ApplicantKey,
  }),

  invite: command({
    grant: 'development.keep',
    summary: '给申请人开账号：只看得到自己的进度和要办的事',
    input: ApplicantKey,
    output: z.object({ login: z.string(), code: z.string() }),
  }),

  mine: query({
    summary: '我的入党进程，和我联系培养的对象',
    input: z.object({}),
    output: z.object({
      own: ApplicantKey.extend({
        name: z.string(),
        stage: Stage,
        organizationName: Name,
        appliedOn: Day,
        steps: z.array(Step.pick({ key: true, name: true, number: true, on: true, isNow: true })),
        next: z
          .object({ name: z.string(), earliestOn: Day.nullable(), dueOn: Day.nullable() })
          .nullable(),
        tasks: z.array(z.string()),
        contacts: z.array(z.string()),
        totals: Totals,
        plan: z.array(Task),
        /** What the branch holds in the coming weeks that somebody at this stage may come to. */
        events: z.array(z.object({ title: z.string(), startsAt: Moment, place: z.string() })),
        entries: z.array(Happened.pick({ what: true, text: true, on: true, byName: true })),
      }).nullable(),
      cultivating: z.array(
        BoardRow.pick({
          unitId: true,
          applicantId: true,
          name: true,
          organizationName: true,
          stage: true,
          inspectOn: true,
          isInspectionLate: true,
        }).extend({ tasks: z.array(Task) }),
      ),
    }),
  }),
}
