import * as z from 'zod'
import {
  ActivityKey,
  ActivityKind,
  ActivityState,
  AgendaItem,
  Invitation,
  KindState,
  Plan,
} from './activity-shapes.ts'
import { command, query } from './kit.ts'
import { ResourceKind } from './resource-shapes.ts'
import { occasionNames } from './life-words.ts'
import { FileName } from './notices.ts'
import {
  Day,
  Id,
  Line,
  Moment,
  Month,
  Paging,
  Text,
  Version,
  keysOf,
  pageOf,
} from './vocabulary.ts'

const Changed = z.object({ version: Version })
/** Whose turn the lesson is, or who comes next where nobody has the month. */
const NextLecturer = z.object({
  memberId: Id,
  name: z.string(),
  given: z.int(),
  lastOn: Day.nullable(),
  isSecretary: z.boolean(),
  isTurn: z.boolean(),
})
const Reason = Line.min(2)
const Occasion = z.enum(keysOf(occasionNames))

/** A place that the organization ordered for a time, and whether the activity is held there. */
const OrderedPlace = z.object({
  unitId: Id,
  bookingId: Id,
  resourceId: Id,
  name: z.string(),
  kind: ResourceKind,
  from: Moment,
  until: Moment,
  isHeld: z.boolean(),
})

export const activities = {
  draft: query({
    grant: 'activities.organize',
    summary: '新计划的草稿：日期、地点、主持人、议程取上一次的或通常的',
    input: z.object({
      organizationId: Id,
      kind: ActivityKind,
      groupId: Id.nullable().default(null),
      month: Month.optional(),
      /** Begins with a commemorative day of that month. */
      occasion: Occasion.optional(),
      /** Begins with what an organization above asked to be studied. */
      topicId: Id.optional(),
      /** Begins with what a campaign asks. */
      askId: Id.optional(),
    }),
    output: z.object({
      plan: Plan.extend({ link: z.string() }),
      kind: KindState.extend({ key: ActivityKind }),
      lecturer: NextLecturer.nullable(),
      groups: z.array(z.object({ groupId: Id, name: z.string() })),
    }),
  }),

  plan: command({
    grant: 'activities.organize',
    summary: '计划一次活动；已经开过的也可以补录',
    input: Plan.extend({
      /** Made by the form: the same form sent twice plans once. */
      activityId: Id,
      organizationId: Id,
      groupId: Id.nullable(),
      kind: ActivityKind,
    }),
    output: ActivityKey,
  }),

  show: query({
    grant: 'activities.view',
    summary: '一次活动的全部记录，从计划到关闭',
    input: ActivityKey,
    output: ActivityState,
  }),

  change: command({
    grant: 'activities.organize',
    summary: '修改计划；已发通知的，改时间地点会再通知',
    input: Plan.extend({ ...ActivityKey.shape, version: Version }),
    output: Changed,
  }),

  addTopic: command({
    grant: 'activities.organize',
    summary: '把上级布置的学习内容列入议程；已经列入的不再列',
    input: ActivityKey.extend({ topicId: Id }),
    output: Changed,
  }),

  call: command({
    grant: 'activities.organize',
    summary: '通知应到的每个人；再按一次只通知后来加入的人',
    input: ActivityKey,
    output: z.object({ people: z.int() }),
  }),

  cancel: command({
    grant: 'activities.organize',
    summary: '取消活动，写明原因，并告知已通知的人',
    input: ActivityKey.extend({ reason: Reason }),
    output: z.object({}),
  }),

  write: command({
    grant: 'activities.organize',
    summary: '写会议记录、议定事项，勾选完成的议程',
    input: ActivityKey.extend({
      version: Version,
      minutes: Text,
      resolution: Text,
      agenda: z.array(AgendaItem).min(1).max(30),
    }),
    output: Changed,
  }),

  attach: command({
    grant: 'activities.organize',
    summary: '附上已上传的文件',
    input: ActivityKey.extend({ fileId: Id }),
    output: FileName,
  }),

  detach: command({
    grant: 'activities.organize',
    summary: '移除附件',
    input: ActivityKey.extend({ fileUnitId: Id, fileId: Id }),
    output: z.object({}),
  }),

  bases: query({
    grant: 'activities.view',
    summary: '本组织预订的基地和场所：这次活动在哪里开展，或者可以在哪里开展',
    input: ActivityKey,
    output: z.object({ held: OrderedPlace.nullable(), rows: z.array(OrderedPlace) }),
  }),

  holdAt: command({
    grant: 'activities.organize',
    summary: '在预订的基地开展活动：活动写明基地，预订写明活动；不选就取消',
    input: ActivityKey.extend({
      order: z.object({ unitId: Id, bookingId: Id }).nullable(),
    }),
    output: z.object({ version: Version, place: z.string() }),
  }),

  close: command({
    grant: 'activities.close',
    summary: '关闭记录，学时记入台账',
    input: ActivityKey.extend({
      version: Version,
      /** When it really ended, where that is not when it was planned to; hours are credited until then. */
      endedAt: Moment.optional(),
    }),
    output: z.object({
      people: z.int(),
      postedMinutes: z.int(),
      /** Whose hours the day had no room for: they wait until it has. */
      waiting: z.array(z.string()),
    }),
  }),

  reopen: command({
    grant: 'activities.close',
    summary: '重新打开已关闭的记录，写明原因，已记学时以冲销分录收回',
    input: ActivityKey.extend({ reason: Reason }),
    output: z.object({ reversedMinutes: z.int() }),
  }),

  mine: query({
    summary: '我的活动：将要开的和参加过的',
    input: Paging.extend({ past: z.boolean().default(false) }),
    output: pageOf(Invitation),
  }),

  invitation: query({
    summary: '通知我参加的一次活动',
    input: ActivityKey,
    output: Invitation.extend({
      agenda: z.array(z.object({ title: z.string(), minutes: z.int() })),
      files: z.array(FileName),
      /** What was put to the vote and published. */
      motions: z.array(z.object({ motionId: Id, text: z.string(), result: z.string() })),
    }),
  }),
}
