import * as z from 'zod'
import { floorKinds, pollKinds, pollStates } from './interaction-words.ts'
import { command, query } from './kit.ts'
import { Id, Line, Moment, Text, Version, keysOf } from './vocabulary.ts'

const FloorKey = z.object({ unitId: Id, about: z.enum(keysOf(floorKinds)), aboutId: Id })
const PollKey = FloorKey.extend({ pollId: Id })
const AskedKey = FloorKey.extend({ askedId: Id })
const GroupKey = FloorKey.extend({ groupId: Id })
const Words = z.string().trim().min(2, '请写几个字').max(300, '最多写 300 个字')

const Choice = z.object({ id: z.string(), text: z.string() })
const Poll = z.object({
  pollId: Id,
  title: z.string(),
  kind: z.enum(keysOf(pollKinds)),
  /** Of a multiple choice: how many at most. */
  max: z.int().nullable(),
  state: z.enum(keysOf(pollStates)),
  options: z.array(Choice),
  /** What I chose; nothing as long as I have not. */
  mine: z.array(z.string()).nullable(),
  /** How many chose what: shown to those who have chosen, and to all when it is over. Never who. */
  result: z
    .object({ voters: z.int(), votes: z.array(z.object({ id: z.string(), count: z.int() })) })
    .nullable(),
})

const Asked = z.object({
  askedId: Id,
  name: z.string(),
  organizationName: z.string(),
  text: z.string(),
  at: Moment,
  likes: z.int(),
  isMine: z.boolean(),
  isLiked: z.boolean(),
  answer: z.string(),
  answererName: z.string(),
  answeredAt: Moment.nullable(),
  /** Why it is out of sight; its author and those who lead still see it. */
  hidden: z.string().nullable(),
})

const Group = z.object({
  groupId: Id,
  number: z.int(),
  task: z.string(),
  people: z.array(z.string()),
  isMine: z.boolean(),
  report: z.string(),
  reporterName: z.string(),
  reportedAt: Moment.nullable(),
  version: Version,
})

const Floor = z.object({
  title: z.string(),
  /** Nothing changes any more once the record is closed. */
  isOpen: z.boolean(),
  polls: z.array(Poll),
  /** Those in front; nobody answers more at one sitting. */
  asked: z.array(Asked).max(200),
  groups: z.array(Group),
})

export const interaction = {
  floor: query({
    summary: '现场互动：投票、提问、分组，我参加的活动或能学的课程',
    input: FloorKey,
    output: Floor,
  }),

  led: query({
    grant: 'interaction.lead',
    summary: '现场互动：主持人和投屏看到的，含未开始的投票和已隐藏的提问',
    input: FloorKey,
    output: Floor,
  }),

  addPoll: command({
    grant: 'interaction.lead',
    summary: '拟一道现场投票题，单选或多选',
    input: PollKey.extend({
      title: Words,
      kind: z.enum(keysOf(pollKinds)),
      options: z.array(Line.min(1, '没有填写').max(60, '最多 60 个字')).min(2).max(8),
      max: z.int().min(2).max(8).nullable().default(null),
    }),
    output: z.object({}),
  }),

  openPoll: command({
    grant: 'interaction.lead',
    summary: '开始投票；同时只开一题',
    input: PollKey,
    output: z.object({}),
  }),

  closePoll: command({
    grant: 'interaction.lead',
    summary: '结束投票，结果随记录保存',
    input: PollKey,
    output: z.object({ voters: z.int() }),
  }),

  dropPoll: command({
    grant: 'interaction.lead',
    summary: '删除还没开始的投票题',
    input: PollKey,
    output: z.object({}),
  }),

  vote: command({
    summary: '投票；结束以前可以改，只显示各选项的人数',
    input: PollKey.extend({ chosen: z.array(z.string().max(40)).min(1, '请选一项').max(8) }),
    output: z.object({}),
  }),

  ask: command({
    summary: '现场提问',
    input: AskedKey.extend({ text: Words }),
    output: z.object({}),
  }),

  like: command({
    summary: '赞同一个提问，或取消赞同；赞同多的排在前面',
    input: AskedKey.extend({ isLiked: z.boolean() }),
    output: z.object({ likes: z.int() }),
  }),

  answer: command({
    grant: 'interaction.lead',
    summary: '回答一个提问，或记下现场的回答',
    input: AskedKey.extend({ answer: Text.min(2, '请写几个字').max(2000, '最多写 2000 个字') }),
    output: z.object({}),
  }),

  hide: command({
    grant: 'interaction.lead',
    summary: '隐藏一个提问，写明原因；提问人看得到原因',
    input: AskedKey.extend({ reason: Line.min(2, '请写明原因') }),
    output: z.object({}),
  }),

  makeGroups: command({
    grant: 'interaction.lead',
    summary: '分组讨论：布置一个题目，分几个组；有人进组以后不能重分',
    input: FloorKey.extend({ task: Words, count: z.int().min(1).max(20) }),
    output: z.object({}),
  }),

  joinGroup: command({
    summary: '进一个组；成果写好以前可以换',
    input: GroupKey,
    output: z.object({}),
  }),

  report: command({
    summary: '写本组的成果，组里谁都可以写；别人先改过的，看过再改',
    input: GroupKey.extend({
      text: Text.min(2, '请写几个字').max(4000, '最多写 4000 个字'),
      version: Version,
    }),
    output: z.object({ version: Version }),
  }),
}
