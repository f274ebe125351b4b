import * as z from 'zod'
import { ClassKey, ClassRow, Enrolment, EnrolmentState, LearnerKind } from './class-shapes.ts'
import { Mark } from './activity-shapes.ts'
import { AskedOfClass } from './class-feedback.ts'
import { command, query } from './kit.ts'
import {
  Day,
  Id,
  Line,
  Minutes,
  Moment,
  Name,
  Paging,
  Text,
  Version,
  keysOf,
  pageOf,
} from './vocabulary.ts'
import { enrolmentResults, enrolmentStates } from './class-words.ts'
import { markWays } from './words.ts'

const EnrolmentKey = ClassKey.extend({ enrolmentId: Id })
const Outcome = z.object({
  state: EnrolmentState,
  /** In the waiting list, from 1. */
  position: z.int().nullable(),
})
const MemberKey = z.object({ memberUnitId: Id, memberId: Id })

/** A class as those see it who may send somebody there. */
const Offer = ClassRow.pick({
  unitId: true,
  classId: true,
  title: true,
  kind: true,
  level: true,
  organizationName: true,
  from: true,
  until: true,
}).extend({
  place: z.string(),
  enrolBy: Day,
  isOpen: z.boolean(),
  quotaId: Id,
  quotaName: z.string(),
  seats: z.int(),
  taken: z.int(),
  waiting: z.int(),
  /** Of the asking organization. */
  own: z.int(),
})

export const enrolments = {
  allot: command({
    grant: 'classes.keep',
    summary: '把名额分到党组织；合计不超过计划人数，不少于已经录取的',
    input: ClassKey.extend({
      quotas: z
        .array(z.object({ organizationId: Id, seats: z.int().min(0).max(5000) }))
        .min(1)
        .max(500),
    }),
    output: z.object({ seats: z.int(), promoted: z.int() }),
  }),

  list: query({
    grant: 'classes.view',
    summary: '一个班的学员名册：录取、候补、退出',
    input: Paging.extend({
      ...ClassKey.shape,
      state: EnrolmentState.exactOptional(),
      text: Line.default(''),
    }),
    output: pageOf(Enrolment).extend({
      counts: z.record(z.enum(keysOf(enrolmentStates)), z.int()),
    }),
  }),

  offers: query({
    grant: 'classes.enrol',
    summary: '给了本组织名额的培训班',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(Offer),
  }),

  people: query({
    grant: 'classes.enrol',
    summary: '按姓名找可以推荐的党员',
    input: ClassKey.extend({ organizationId: Id, text: Line.default('') }),
    output: z.object({
      rows: z.array(
        MemberKey.extend({
          name: Name,
          organizationName: z.string(),
          state: EnrolmentState.nullable(),
          position: z.int().nullable(),
        }),
      ),
    }),
  }),

  enrol: command({
    grant: 'classes.enrol',
    summary: '推荐一名党员参加培训班；名额满了的进入候补',
    input: ClassKey.extend(MemberKey.shape),
    output: Outcome,
  }),

  signUp: command({
    summary: '本人报名参加培训班；名额满了的进入候补',
    input: ClassKey,
    output: Outcome,
  }),

  add: command({
    grant: 'classes.keep',
    summary: '登记不是党员的学员：积极分子、发展对象、群众、旁听人员',
    input: ClassKey.extend({
      name: Name,
      organizationName: Line.default(''),
      learnerKind: LearnerKind.exclude(['member']),
      phone: Line.default(''),
    }),
    output: Outcome,
  }),

  withdraw: command({
    grant: 'classes.enrol',
    summary: '退出培训班，写明原因；空出的名额给候补的第一名',
    input: EnrolmentKey.extend({ reason: Line.min(2) }),
    output: z.object({ promotedName: z.string() }),
  }),

  step: command({
    summary: '本人退出培训班，写明原因',
    input: ClassKey.extend({ reason: Line.min(2) }),
    output: z.object({}),
  }),

  mine: query({
    summary: '我可以报名的和我参加的培训班',
    input: z.object({}),
    output: z.object({
      rows: z.array(
        ClassKey.extend({
          title: Name,
          organizationName: z.string(),
          from: Day,
          until: Day,
          place: z.string(),
          enrolBy: Day,
          purpose: Text,
          isOpen: z.boolean(),
          seats: z.int(),
          taken: z.int(),
          state: EnrolmentState.nullable(),
          position: z.int().nullable(),
          at: Moment.nullable(),
        }),
      ),
    }),
  }),

  grade: command({
    grant: 'classes.keep',
    summary: '登记考试成绩、非党员学员的缺课时间、技能证书或就业情况',
    input: EnrolmentKey.extend({
      version: Version,
      score: z.int().min(0).max(100).nullable(),
      missedMinutes: z.int().min(0).max(100_000).nullable(),
      outcome: Line,
    }),
    output: z.object({}),
  }),

  addList: command({
    grant: 'classes.keep',
    summary: '按名单登记学员：身份证号对得上的是党员，其余记为群众',
    input: ClassKey.extend({
      fileId: Id.nullable().default(null),
      /** Name, ID number and employer, one person a line. */
      text: Text.default(''),
    }),
    output: z.object({
      members: z.int(),
      outsiders: z.int(),
      known: z.int(),
      faults: z.array(z.object({ line: z.int(), text: z.string(), fault: z.string() })),
    }),
  }),

  lessons: query({
    summary: '我参加的培训班：通知、课程表、每节课我到没到、离请假上限还有多少',
    input: ClassKey,
    output: z.object({
      title: Name,
      organizationName: z.string(),
      from: Day,
      until: Day,
      place: z.string(),
      purpose: Text,
      requirements: Text,
      contactName: z.string(),
      contactPhone: z.string(),
      score: z.int().nullable(),
      result: z.enum(keysOf(enrolmentResults)).nullable(),
      resultReason: z.string(),
      /** Minutes by the clock: missed of all, and how many may be missed. */
      missedMinutes: Minutes,
      totalMinutes: Minutes,
      leaveMinutes: Minutes,
      clause: z.string(),
      /** What this learner is asked about it. */
      asked: z.array(AskedOfClass),
      sessions: z.array(
        z.object({
          sessionId: Id,
          title: Name,
          startsAt: Moment,
          endsAt: Moment,
          place: z.string(),
          lecturerName: z.string(),
          /** Whether it has a record: a sign-in, leave, hours. */
          hasRecord: z.boolean(),
          mark: Mark.nullable(),
          way: z.enum(keysOf(markWays)).nullable(),
        }),
      ),
    }),
  }),
}
