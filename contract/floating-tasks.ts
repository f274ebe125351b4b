import * as z from 'zod'
import { GroupKey, MemberKey, Result, TaskFacts, TaskKey } from './floating-shapes.ts'

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
  pageOf,
} from './vocabulary.ts'

const Group = GroupKey.extend({
  name: Name,
  organizationName: Name,
  destination: z.string(),
  keeper: z.string(),
  people: z.int(),
  notices: z.int(),
})

const Task = TaskKey.extend(TaskFacts.shape).extend({
  organizationName: Name,
  groupName: z.string(),
  endedOn: Day.nullable(),
  people: z.int(),
  done: z.int(),
  waiting: z.int(),
})

/** Groups of members who are away together, and what they are asked to do there. */
export const floatingTasks = {
  groups: query({
    grant: 'floating.view',
    summary: '流动党员管理群',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(Group),
  }),

  group: query({
    grant: 'floating.view',
    summary: '一个管理群的名单和发出的通知',
    input: Paging.extend(GroupKey.shape),
    output: pageOf(
      MemberKey.extend({ name: Name, organizationName: Name, destination: z.string() }),
    ).extend({
      ...Group.shape,
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
    input: Paging.extend(TaskKey.shape),
    output: pageOf(
      MemberKey.extend({ name: Name, organizationName: Name, result: Result.nullable() }),
    ).extend(Task.shape),
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
