import * as z from 'zod'
import { ActivityKey, ActivityKind } from './activity-shapes.ts'
import { command, query } from './kit.ts'
import { leaderPlanStates, leaderWays } from './leader-words.ts'
import {
  Day,
  Id,
  Line,
  Moment,
  Name,
  Paging,
  Text,
  Version,
  Year,
  keysOf,
  pageOf,
} from './vocabulary.ts'

const Way = z.enum(keysOf(leaderWays))
const PlanState = z.enum(keysOf(leaderPlanStates))

/** One thing that a leader means to study in a year. */
const Item = z.object({
  itemId: Id,
  title: Name,
  way: Way,
  /** How long in all, where it is a matter of time; otherwise doing it once is enough. */
  minutes: z.int().min(10).max(60_000).nullable(),
  dueOn: Day,
})

const ItemState = Item.extend({
  doneMinutes: z.int(),
  times: z.int(),
  isDone: z.boolean(),
  isOverdue: z.boolean(),
})

const Study = z.object({
  studyId: Id,
  itemId: Id.nullable(),
  on: Day,
  way: Way,
  title: z.string(),
  minutes: z.int(),
  note: z.string(),
})

/** What a leader did at a branch they are assigned to. */
const There = ActivityKey.extend({
  kind: ActivityKind,
  title: z.string(),
  startsAt: Moment,
  isLecturer: z.boolean(),
})

const Point = z.object({
  unitId: Id,
  pointId: Id,
  organizationId: Id,
  organizationName: z.string(),
  from: Day,
  basis: z.string(),
  visits: z.int(),
  lessons: z.int(),
  there: z.array(There),
})

const Due = z.object({ visits: z.int(), lessons: z.int() })

const Sheet = z.object({
  year: Year,
  due: Due,
  points: z.array(Point),
  ownLessons: z.int(),
  plan: z.object({
    state: PlanState,
    goal: z.string(),
    items: z.array(ItemState),
    submittedAt: Moment.nullable(),
    version: Version,
  }),
  studies: z.array(Study),
  /** What the ledger of hours says of the same year. */
  ledgerMinutes: z.int(),
})

const Leader = z.object({
  unitId: Id,
  memberId: Id,
  name: z.string(),
  posts: z.string(),
  organizationName: z.string(),
  points: z.int(),
  visits: z.int(),
  lessons: z.int(),
  ownLessons: z.int(),
  planState: PlanState,
  items: z.int(),
  itemsDone: z.int(),
  studyMinutes: z.int(),
  /** No contact branch, too little there, no plan, or something overdue; in words. */
  lacks: z.array(z.string()),
})

const Key = z.object({ unitId: Id, memberId: Id })

export const leaders = {
  list: query({
    grant: 'leaders.view',
    summary: '领导干部联系支部和学习：谁联系哪里，去了几次、讲了几课，学习计划完成得怎样',
    input: Paging.extend({
      organizationId: Id,
      year: Year,
      onlyLacking: z.boolean().default(false),
      text: Line.default(''),
    }),
    output: pageOf(Leader).extend({
      due: Due,
      lacking: z.int(),
      withoutPoint: z.int(),
      withoutPlan: z.int(),
    }),
  }),

  show: query({
    grant: 'leaders.view',
    summary: '一名领导干部的联系支部、在那里的活动、学习计划和学习记录',
    input: Key.extend({ year: Year }),
    output: Sheet.extend({ name: z.string(), posts: z.string(), organizationName: z.string() }),
  }),

  ofBranch: query({
    grant: 'activities.view',
    summary: '联系一个支部的领导干部，来过几次、讲过几课',
    input: z.object({ organizationId: Id, year: Year }),
    output: z.object({
      due: Due,
      rows: z.array(
        z.object({
          memberId: Id,
          name: z.string(),
          posts: z.string(),
          from: Day,
          visits: z.int(),
          lessons: z.int(),
          there: z.array(There),
        }),
      ),
    }),
  }),

  assign: command({
    grant: 'leaders.assign',
    summary: '安排领导干部联系一个支部，并告知本人和支部书记',
    input: Key.extend({ branchId: Id, from: Day, basis: Line.default('') }),
    output: z.object({ pointId: Id }),
  }),

  end: command({
    grant: 'leaders.assign',
    summary: '结束联系，写明原因；去过、讲过的记录保留',
    input: z.object({ unitId: Id, pointId: Id, reason: Line.min(2) }),
    output: z.object({}),
  }),

  mine: query({
    summary: '我的联系支部、学习计划和学习记录；不是领导干部的没有',
    input: z.object({ year: Year.optional() }),
    output: z.object({ isLeader: z.boolean(), sheet: Sheet.nullable() }),
  }),

  savePlan: command({
    summary: '写本年学习计划；报送以后仍可调整，调整也留痕',
    input: z.object({
      year: Year,
      version: Version,
      goal: Text,
      items: z.array(Item).max(40),
      submit: z.boolean().default(false),
    }),
    output: z.object({ version: Version }),
  }),

  record: command({
    summary: '记下一次学习：哪天、学了什么、多久、有什么体会',
    input: z.object({
      /** Made by the form: the same form sent twice is one study. */
      studyId: Id,
      year: Year,
      itemId: Id.nullable(),
      on: Day,
      way: Way,
      title: Name,
      minutes: z.int().min(10).max(720),
      note: z.string().trim().min(10, '请写至少 10 个字的体会').max(5000),
    }),
    output: z.object({}),
  }),
}
