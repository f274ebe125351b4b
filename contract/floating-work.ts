import * as z from 'zod'
import { MemberKey } from './floating-shapes.ts'
import { censusAnswers, censusScopes, resultStates } from './floating-words.ts'
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

const CensusKey = z.object({ unitId: Id, censusId: Id })
const GroupKey = z.object({ unitId: Id, groupId: Id })
const TaskKey = z.object({ unitId: Id, taskId: Id })

const Census = CensusKey.extend({
  title: Name,
  scope: z.enum(keysOf(censusScopes)),
  organizationName: Name,
  from: Day,
  until: Day,
  closedOn: Day.nullable(),
  people: z.int(),
  confirmed: z.int(),
  lost: z.int(),
})

const Group = GroupKey.extend({
  name: Name,
  organizationName: Name,
  destination: z.string(),
  keeper: z.string(),
  people: z.int(),
  notices: z.int(),
})

const TaskFacts = z.object({ title: Name, body: Text.max(2_000), until: Day })

const Result = z.object({
  state: z.enum(keysOf(resultStates)),
  text: z.string(),
  minutes: Minutes,
  at: Moment,
  answer: z.string(),
  version: Version,
})

const Task = TaskKey.extend(TaskFacts.shape).extend({
  organizationName: Name,
  groupName: z.string(),
  endedOn: Day.nullable(),
  people: z.int(),
  done: z.int(),
  waiting: z.int(),
})

/** What is done for and with floating members together: counting them, their groups, and their service. */
export const floatingWork = {
  censuses: query({
    grant: 'floating.view',
    summary: '排查摸底：本组织的和上级发起的，新的在前',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(Census),
  }),

  census: query({
    grant: 'floating.view',
    summary: '一次排查的进度：各组织核实了多少，谁还没有核实',
    input: Paging.extend({
      ...CensusKey.shape,
      organizationId: Id,
      show: z.enum(['open', 'away', 'home', 'lost']).default('open'),
    }),
    output: Census.extend({
      answers: z.object({ away: z.int(), home: z.int(), lost: z.int() }),
      below: z.array(
        z.object({ organizationId: Id, name: Name, people: z.int(), confirmed: z.int() }),
      ),
      total: z.int(),
      rows: z.array(
        MemberKey.extend({
          name: Name,
          organizationName: Name,
          isFloating: z.boolean(),
          destination: z.string(),
          answer: z.enum(keysOf(censusAnswers)).nullable(),
          byName: z.string(),
          at: Moment.nullable(),
        }),
      ),
      may: z.object({ close: z.boolean(), answer: z.boolean() }),
    }),
  }),

  startCensus: command({
    grant: 'floating.census',
    summary: '发起一次排查，下级党支部逐人核实',
    input: z.object({
      organizationId: Id,
      formId: Id,
      title: Name,
      scope: z.enum(keysOf(censusScopes)),
      until: Day,
    }),
    output: CensusKey,
  }),

  answerCensus: command({
    grant: 'floating.keep',
    summary: '逐人核实去向；去向变了的先改台账',
    input: CensusKey.extend({
      memberUnitId: Id,
      memberIds: z.array(Id).min(1).max(200),
      answer: z.enum(keysOf(censusAnswers)),
      note: Line.default(''),
    }),
    output: z.object({ count: z.int() }),
  }),

  closeCensus: command({
    grant: 'floating.census',
    summary: '结束一次排查',
    input: CensusKey,
    output: z.object({ open: z.int() }),
  }),

  groups: query({
    grant: 'floating.view',
    summary: '流动党员管理群',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(Group),
  }),

  group: query({
    grant: 'floating.view',
    summary: '一个管理群的名单和发出的通知',
    input: GroupKey,
    output: Group.extend({
      roster: z.array(
        MemberKey.extend({ name: Name, organizationName: Name, destination: z.string() }),
      ),
      said: z.array(
        z.object({
          unitId: Id,
          noticeId: Id,
          title: Name,
          at: Moment,
          people: z.int(),
          read: z.int(),
        }),
      ),
    }),
  }),

  openGroup: command({
    grant: 'floating.keep',
    summary: '建一个管理群：本组织的流动党员，或去往同一地的',
    input: z.object({
      organizationId: Id,
      name: Name,
      destination: Line.default(''),
      keeper: Line.min(1, '请写明管理员'),
    }),
    output: GroupKey,
  }),

  endGroup: command({
    grant: 'floating.keep',
    summary: '解散管理群',
    input: GroupKey,
    output: z.object({}),
  }),

  tell: command({
    grant: 'floating.keep',
    summary: '向管理群发通知',
    input: GroupKey.extend({ formId: Id, title: Name, body: Text.min(1).max(5_000) }),
    output: z.object({ people: z.int() }),
  }),

  tasks: query({
    grant: 'floating.view',
    summary: '流动党员服务任务',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(Task),
  }),

  task: query({
    grant: 'floating.view',
    summary: '一项服务任务和各人的完成情况',
    input: TaskKey,
    output: Task.extend({
      rows: z.array(
        MemberKey.extend({ name: Name, organizationName: Name, result: Result.nullable() }),
      ),
    }),
  }),

  setTask: command({
    grant: 'floating.keep',
    summary: '给流动党员布置服务群众的任务',
    input: TaskFacts.extend({
      organizationId: Id,
      formId: Id,
      group: GroupKey.nullable().default(null),
    }),
    output: TaskKey.extend({ people: z.int() }),
  }),

  endTask: command({
    grant: 'floating.keep',
    summary: '结束任务',
    input: TaskKey,
    output: z.object({}),
  }),

  judge: command({
    grant: 'floating.keep',
    summary: '认可一名党员的完成情况，或请其补充',
    input: TaskKey.extend({
      memberUnitId: Id,
      memberId: Id,
      version: Version,
      isAccepted: z.boolean(),
      answer: Line.default(''),
    }),
    output: z.object({ version: Version }),
  }),

  mine: query({
    summary: '我的管理群和服务任务',
    input: z.object({}),
    output: z.object({
      groups: z.array(
        GroupKey.extend({ name: Name, keeper: z.string(), people: z.array(z.string()) }),
      ),
      tasks: z.array(
        TaskKey.extend(TaskFacts.shape).extend({
          organizationName: Name,
          result: Result.nullable(),
        }),
      ),
    }),
  }),

  reportTask: command({
    summary: '报告我完成服务任务的情况',
    input: TaskKey.extend({
      version: Version,
      text: Text.min(5, '请写清做了什么').max(2_000),
      minutes: Minutes.max(6_000),
    }),
    output: z.object({ version: Version }),
  }),
}
