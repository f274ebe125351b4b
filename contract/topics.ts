import * as z from 'zod'
import { ActivityKey, ActivityKind } from './activity-shapes.ts'
import { command, query } from './kit.ts'
import { topicStates, topicWays } from './life-words.ts'
import { FileName } from './notices.ts'
import { Day, Id, Line, Moment, Name, Paging, Text, keysOf, pageOf } from './vocabulary.ts'

const Link = z.url({ protocol: /^https?$/, message: '链接要以 http:// 或 https:// 开头' }).max(500)
const Way = z.enum(keysOf(topicWays))

/** What is to be studied, by when, and who says so. */
const Topic = z.object({
  topicId: Id,
  title: z.string(),
  body: z.string(),
  links: z.array(z.string()),
  files: z.array(FileName),
  minutes: z.int(),
  dueOn: Day,
  /** The day on which everybody holds it, and as what, where that too is said from above. */
  hold: z.object({ on: Day, kind: ActivityKind }).nullable(),
  from: z.string(),
  pushedAt: Moment,
  withdrawn: z.object({ at: Moment, reason: z.string() }).nullable(),
})

/** Of those who should study it: how many have, and in which way. */
const Tally = z.object({
  branches: z.int(),
  /** Where somebody has studied it, and where everybody has. */
  begun: z.int(),
  done: z.int(),
  people: z.int(),
  studied: z.int(),
  ways: z.record(Way, z.int()),
})

export const topics = {
  push: command({
    grant: 'topics.push',
    summary: '向下级党组织布置必学内容：题目、材料、范围、期限',
    input: z.object({
      /** Made by the form: the same form sent twice pushes once. */
      topicId: Id,
      organizationId: Id,
      title: Name,
      body: Text.default(''),
      links: z.array(Link).max(10).default([]),
      fileIds: z.array(Id).max(10).default([]),
      /** Organizations at or below; without any, the whole organization. */
      audience: z.array(Id).max(200).default([]),
      minutes: z.int().min(5).max(240).default(30),
      dueOn: Day,
      hold: z.object({ on: Day, kind: ActivityKind }).nullable().default(null),
    }),
    output: z.object({ topicId: Id, branches: z.int(), told: z.int() }),
  }),

  withdraw: command({
    grant: 'topics.push',
    summary: '撤回布置的学习内容，写明原因；已学的记录保留',
    input: z.object({ topicId: Id, reason: Line.min(2) }),
    output: z.object({}),
  }),

  list: query({
    grant: 'topics.view',
    summary: '布置到本组织及下级的学习内容，各学了多少',
    input: Paging.extend({ organizationId: Id, onlyOpen: z.boolean().default(false) }),
    output: pageOf(Topic.extend({ state: z.enum(keysOf(topicStates)), tally: Tally })),
  }),

  show: query({
    grant: 'topics.view',
    summary: '一项学习内容在下一级各组织的进度，逐级展开',
    input: z.object({ topicId: Id, organizationId: Id }),
    output: Topic.extend({
      tally: Tally,
      organizationName: z.string(),
      isBranch: z.boolean(),
      canPush: z.boolean(),
      rows: z.array(Tally.extend({ organizationId: Id, name: z.string(), isBranch: z.boolean() })),
    }),
  }),

  people: query({
    grant: 'topics.view',
    summary: '谁学了、怎么学的，谁还没有学',
    input: Paging.extend({
      topicId: Id,
      organizationId: Id,
      studied: z.boolean().nullable().default(null),
      text: Line.default(''),
    }),
    output: pageOf(
      z.object({
        unitId: Id,
        memberId: Id,
        name: z.string(),
        organizationName: z.string(),
        way: Way.nullable(),
        on: Day.nullable(),
        note: z.string(),
        activityId: Id.nullable(),
      }),
    ),
  }),

  remind: command({
    grant: 'topics.push',
    summary: '一键提醒还没有学的党员和所在支部的书记，一天一次',
    input: z.object({ topicId: Id, organizationId: Id }),
    output: z.object({ people: z.int(), secretaries: z.int(), already: z.int() }),
  }),

  mine: query({
    summary: '我要学的内容和学了没有',
    input: Paging,
    output: pageOf(Topic.extend({ way: Way.nullable(), on: Day.nullable(), note: z.string() })),
  }),

  study: command({
    summary: '自学了一项内容，写下体会',
    input: z.object({
      topicId: Id,
      note: z.string().trim().min(10, '请写至少 10 个字的体会').max(2000),
    }),
    output: z.object({ studiedAt: Moment }),
  }),

  taken: query({
    grant: 'topics.view',
    summary: '一个支部可以列入这项内容的活动：还没有关闭的，近的在前',
    input: z.object({ topicId: Id, organizationId: Id }),
    output: z.object({
      rows: z.array(ActivityKey.extend({ title: z.string(), startsAt: Moment, has: z.boolean() })),
    }),
  }),
}
