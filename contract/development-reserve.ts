import * as z from 'zod'
import { BoardRow, Stage } from './development-shapes.ts'
import { ageGroups, educationGroups, reviewVerdicts, taskOwners } from './development-words.ts'
import { command, query } from './kit.ts'
import { Day, Id, Line, Name, Paging, Text, Version, keysOf, pageOf } from './vocabulary.ts'

const EducationGroup = z.enum(keysOf(educationGroups))
const AgeGroup = z.enum(keysOf(ageGroups))

const Candidate = BoardRow.pick({
  unitId: true,
  applicantId: true,
  name: true,
  organizationName: true,
  stage: true,
  points: true,
}).extend({
  age: z.int(),
  education: z.string(),
  occupation: z.string(),
  abilities: z.array(z.string()),
  inspections: z.int(),
  thoughts: z.int(),
  serviceMinutes: z.int(),
  activities: z.int(),
  tasksDone: z.int(),
  tasks: z.int(),
  /** Since when somebody is an activist. */
  since: Day.nullable(),
})

const Practice = z.object({
  guideline: Text.min(4, '请写明工作要求').max(500),
  recommendations: z.array(Name).max(6),
  isRecommended: z.boolean(),
  duties: z
    .array(z.object({ owner: z.enum(keysOf(taskOwners)), title: Line.min(4, '请写清责任') }))
    .max(20),
  departments: z
    .array(
      z.object({
        name: Name,
        question: Line.min(6, '请写清要对方答复什么'),
        isVeto: z.boolean(),
      }),
    )
    .max(20),
  abilities: z.array(Name).max(12),
})

/** Those who are kept in reserve: sorted, compared, gone through, and how a place does it. */
export const developmentReserve = {
  reserve: query({
    grant: 'development.view',
    summary: '后备人员库：按阶段、学历、年龄、能力筛选',
    input: Paging.extend({
      organizationId: Id,
      stage: Stage.nullable().default(null),
      education: EducationGroup.nullable().default(null),
      age: AgeGroup.nullable().default(null),
      ability: z.string().max(100).default(''),
      text: Line.default(''),
    }),
    output: pageOf(Candidate).extend({
      stages: z.partialRecord(Stage, z.int()),
      educations: z.partialRecord(EducationGroup, z.int()),
      ages: z.partialRecord(AgeGroup, z.int()),
      abilities: z.array(z.object({ name: z.string(), count: z.int() })).max(62),
    }),
  }),

  compare: query({
    grant: 'development.view',
    summary: '多中选好：培养满期的积极分子并列比较，按比例应选几名',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(
      z.object({
        organizationId: Id,
        name: z.string(),
        places: z.int(),
        candidates: z.array(Candidate.extend({ isChosen: z.boolean() })),
      }),
    ).extend({
      /** So many activists for each who is chosen. */
      ratio: z.int(),
      clause: z.string(),
      /** In all branches together. */
      people: z.int(),
      places: z.int(),
    }),
  }),

  reviews: query({
    grant: 'development.view',
    summary: '蓄水池梳理：各支部上次梳理、下次期限、留退人数',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(
      z.object({
        organizationId: Id,
        name: z.string(),
        people: z.int(),
        lastOn: Day.nullable(),
        dueOn: Day.nullable(),
        isLate: z.boolean(),
        kept: z.int(),
        left: z.int(),
      }),
    ).extend({
      clause: z.string(),
      /** In reserve in all branches together, and how many branches are late. */
      people: z.int(),
      late: z.int(),
    }),
  }),

  pond: query({
    grant: 'development.keep',
    summary: '一个支部要梳理的人',
    input: z.object({ organizationId: Id }),
    output: z.object({ rows: z.array(Candidate) }),
  }),

  review: command({
    grant: 'development.keep',
    summary: '梳理一个支部的申请人和积极分子：每人继续培养，或写明原因退出',
    input: z.object({
      organizationId: Id,
      formId: Id,
      rows: z
        .array(
          z.object({
            applicantId: Id,
            verdict: z.enum(keysOf(reviewVerdicts)),
            text: Line.default(''),
          }),
        )
        .min(1)
        .max(500),
    }),
    output: z.object({ kept: z.int(), left: z.int() }),
  }),

  remind: command({
    grant: 'development.keep',
    summary: '催办半年考察：提醒培养联系人，一天至多一次',
    input: z.object({ organizationId: Id }),
    output: z.object({ reminded: z.int(), already: z.int() }),
  }),

  practice: query({
    grant: 'development.view',
    summary: '本地做法：工作要求、三推一选、共育共管、联审部门、能力分类',
    input: z.object({ organizationId: Id }),
    output: Practice.extend({
      /** Whose it is; nothing where nobody has said anything. */
      ofName: z.string(),
      isOwn: z.boolean(),
      version: Version,
      mayPlan: z.boolean(),
    }),
  }),

  setPractice: command({
    grant: 'development.plan',
    summary: '规定本地做法，本级和下级照此办理，下级另有规定的除外',
    input: Practice.extend({ organizationId: Id, version: Version }),
    output: z.object({ version: Version }),
  }),
}
