import * as z from 'zod'
import { ActivityKey } from './activity-shapes.ts'
import { command, query } from './kit.ts'
import { lectureTypes, speakers } from './life-words.ts'
import { Day, Id, Moment, Month, Paging, Year, keysOf, pageOf } from './vocabulary.ts'
import { marks, meetingStates } from './words.ts'

const Speaker = z.enum(keysOf(speakers))
const Type = z.enum(keysOf(lectureTypes))

/** A member who may take a turn, and why they are next or not. */
const Candidate = z.object({
  memberId: Id,
  name: z.string(),
  /** Lessons given in the last two years, and turns still to come. */
  given: z.int(),
  ahead: z.int(),
  lastOn: Day.nullable(),
  isSecretary: z.boolean(),
})

const Lecture = ActivityKey.extend({
  title: z.string(),
  organizationName: z.string(),
  lecturerName: z.string(),
  speaker: Speaker.nullable(),
  lectureType: Type,
  startsAt: Moment,
  listeners: z.int(),
})

const Leader = z.object({
  unitId: Id,
  memberId: Id,
  name: z.string(),
  /** 县委书记；党员领导干部 */
  posts: z.string(),
  organizationName: z.string(),
  due: z.int(),
  present: z.int(),
  excused: z.int(),
  absent: z.int(),
  lastOn: Day.nullable(),
  lessons: z.int(),
  lessonsDue: z.int(),
})

export const lectures = {
  rota: query({
    grant: 'activities.view',
    summary: '支部党课轮值表：哪个月谁讲，下一个轮到谁',
    input: z.object({ organizationId: Id, year: Year }),
    output: z.object({
      isBranch: z.boolean(),
      months: z.array(
        z.object({
          month: Month,
          isPast: z.boolean(),
          turn: z.object({ memberId: Id, name: z.string() }).nullable(),
          lecture: ActivityKey.extend({
            title: z.string(),
            lecturerName: z.string(),
            state: z.enum(keysOf(meetingStates)),
          }).nullable(),
        }),
      ),
      /** In the order in which they come. */
      candidates: z.array(Candidate),
    }),
  }),

  assign: command({
    grant: 'activities.organize',
    summary: '安排某月由谁讲党课，并告知本人；不写人就取消安排',
    input: z.object({ organizationId: Id, month: Month, memberId: Id.nullable() }),
    output: z.object({}),
  }),

  fill: command({
    grant: 'activities.organize',
    summary: '按讲得少、隔得久的先轮，排好今年每个季度还没有安排的党课',
    input: z.object({ organizationId: Id, year: Year }),
    output: z.object({ months: z.int() }),
  }),

  tally: query({
    grant: 'activities.view',
    summary: '党课宣讲场次：按类型和授课人类别',
    input: z.object({ organizationId: Id, year: Year }),
    output: z.object({
      total: z.int(),
      listeners: z.int(),
      rows: z.array(z.object({ lectureType: Type, speaker: Speaker.nullable(), times: z.int() })),
    }),
  }),

  list: query({
    grant: 'activities.view',
    summary: '已经开展的党课宣讲，一场一行',
    input: Paging.extend({
      organizationId: Id,
      year: Year,
      lectureType: Type.optional(),
      speaker: Speaker.optional(),
    }),
    output: pageOf(Lecture),
  }),

  leaders: query({
    grant: 'requirements.view',
    summary: '党员领导干部双重组织生活：在所在支部应到、实到、缺多少，讲了几次党课',
    input: Paging.extend({ organizationId: Id, year: Year, onlyGap: z.boolean().default(false) }),
    output: pageOf(Leader).extend({ withGap: z.int(), lessonsLacking: z.int() }),
  }),

  attended: query({
    grant: 'requirements.view',
    summary: '一名领导干部在所在支部每次组织生活的出席情况',
    input: z.object({ unitId: Id, memberId: Id, year: Year }),
    output: z.object({
      rows: z.array(
        ActivityKey.extend({
          title: z.string(),
          startsAt: Moment,
          mark: z.enum(keysOf(marks)),
          note: z.string(),
        }),
      ),
    }),
  }),
}
