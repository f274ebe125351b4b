import * as z from 'zod'
import { campaignEntries } from './campaign-entries.ts'
import { campaignFindings } from './campaign-findings.ts'
import { campaignReturns } from './campaign-returns.ts'
import {
  CampaignFacts,
  CampaignHead,
  CampaignKind,
  CampaignTally,
  CampaignTraits,
  Finding,
} from './campaign-shapes.ts'
import { askTopics, returnStates } from './campaign-words.ts'
import { command, query } from './kit.ts'
import {
  Day,
  Id,
  Minutes,
  Month,
  Name,
  Paging,
  Text,
  Version,
  keysOf,
  pageOf,
} from './vocabulary.ts'

const Key = z.object({ campaignId: Id })
const At = Key.extend({ organizationId: Id })
const Topic = z.enum(keysOf(askTopics))

/** One activity that names what is asked; why it does not count, where it does not. */
const Session = z.object({
  unitId: Id,
  activityId: Id,
  organizationId: Id,
  organizationName: z.string(),
  askId: Id,
  askTitle: z.string(),
  title: z.string(),
  day: Day,
  isClosed: z.boolean(),
  counts: z.boolean(),
  isLate: z.boolean(),
  why: z.string(),
})

const Owed = z.object({
  asks: z.array(
    z.object({
      askId: Id,
      title: z.string(),
      topic: Topic,
      /** What may count as it, in words. */
      rule: z.string(),
      /** The kind with which planning one begins. */
      kind: z.string(),
      phaseName: z.string(),
      until: Day,
      count: z.int(),
      held: z.int(),
      isOverdue: z.boolean(),
      sessions: z.array(Session),
    }),
  ),
  returns: z.array(
    z.object({
      returnFormId: Id,
      title: z.string(),
      dueOn: Day,
      state: z.enum(keysOf(returnStates)),
    }),
  ),
  readings: z.array(
    z.object({ taskId: Id, title: z.string(), dueOn: Day, people: z.int(), done: z.int() }),
  ),
  findings: z.array(Finding),
  entries: z.int(),
  open: z.int(),
})

export const campaigns = {
  kinds: query({
    grant: 'campaigns.view',
    summary: '集中教育的种类：阶段、要求、回执各是什么',
    input: z.object({}),
    output: z.object({
      rows: z.array(
        CampaignTraits.extend({ kind: CampaignKind, name: z.string(), purpose: z.string() }),
      ),
    }),
  }),

  draft: query({
    grant: 'campaigns.manage',
    summary: '按种类备好的草稿：阶段、要求开展的活动、回执表，日期按起止分好',
    input: z.object({ organizationId: Id, kind: CampaignKind, from: Day, until: Day }),
    output: CampaignFacts,
  }),

  prepare: command({
    grant: 'campaigns.manage',
    summary: '筹备一项集中教育；发动以前下级看不到',
    input: CampaignFacts.extend({ campaignId: Id, organizationId: Id, kind: CampaignKind }),
    output: Key,
  }),

  change: command({
    grant: 'campaigns.manage',
    summary: '修改集中教育的安排；进行中的，已有记录的要求和回执表不能去掉',
    input: CampaignFacts.extend({ campaignId: Id, version: Version }),
    output: z.object({ version: Version }),
  }),

  launch: command({
    grant: 'campaigns.manage',
    summary: '发动：布置阅读书目，通知每名党员和各党组织班子',
    input: Key.extend({ version: Version }),
    output: z.object({ organizations: z.int(), people: z.int() }),
  }),

  close: command({
    grant: 'campaigns.manage',
    summary: '总结：预期和实际对照存档，以后不再接收记录',
    input: Key.extend({ version: Version, summary: Text.min(10, '总结至少写 10 个字') }),
    output: CampaignTally,
  }),

  list: query({
    grant: 'campaigns.view',
    summary: '与本组织有关的集中教育：本级、下级的，和上级下达的',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(
      CampaignHead.extend({ place: z.enum(['own', 'below', 'above']), tally: CampaignTally }),
    ).extend({ running: z.int(), mayManage: z.boolean() }),
  }),

  show: query({
    grant: 'campaigns.view',
    summary: '一项集中教育的全部安排和总的进展',
    input: At,
    output: CampaignHead.extend({
      ...CampaignFacts.shape,
      version: Version,
      traits: CampaignTraits,
      tally: CampaignTally,
      outcome: z
        .object({ on: Day, byName: z.string(), summary: z.string(), tally: CampaignTally })
        .nullable(),
      can: z.object({ manage: z.boolean(), answer: z.boolean(), judge: z.boolean() }),
      /** Whether this organization is a branch, and owes what branches owe. */
      isBranch: z.boolean(),
    }),
  }),

  board: query({
    grant: 'campaigns.view',
    summary: '进展榜：直接下级各完成多少，逐级下钻，落后的在前',
    input: At,
    output: z.object({
      organizationName: z.string(),
      rows: z.array(
        CampaignTally.extend({ organizationId: Id, name: Name, hasBelow: z.boolean() }),
      ),
    }),
  }),

  owed: query({
    grant: 'campaigns.view',
    summary: '本组织在这项集中教育里还欠什么',
    input: At,
    output: Owed,
  }),

  sessions: query({
    grant: 'campaigns.view',
    summary: '进展数字背后的活动，一场一行，不计入的写明原因',
    input: At.extend({ askId: Id.exactOptional(), ...Paging.shape }),
    output: pageOf(Session),
  }),

  people: query({
    grant: 'campaigns.view',
    summary: '每名党员集中学习多少、自学到哪里、是否完成',
    input: At.extend({ onlyOpen: z.boolean().default(false), ...Paging.shape }),
    output: pageOf(
      z.object({
        unitId: Id,
        memberId: Id,
        name: z.string(),
        organizationName: z.string(),
        minutes: Minutes,
        chapters: z.int(),
        isDone: z.boolean(),
      }),
    ).extend({ chapters: z.int(), targetMinutes: Minutes.nullable() }),
  }),

  remind: command({
    grant: 'campaigns.manage',
    summary: '一键催办：告知欠着的组织的班子，每天至多一次',
    input: At,
    output: z.object({ organizations: z.int(), people: z.int() }),
  }),

  options: query({
    grant: 'campaigns.view',
    summary: '安排活动时可以选的集中教育要求',
    input: z.object({ organizationId: Id, month: Month.exactOptional() }),
    output: z.object({
      rows: z.array(
        z.object({ askId: Id, title: z.string(), campaignTitle: z.string(), rule: z.string() }),
      ),
    }),
  }),

  mine: query({
    summary: '与我有关的集中教育：在哪个阶段、读什么、学了多少',
    input: z.object({}),
    output: z.object({
      rows: z.array(
        CampaignHead.extend({
          goal: z.string(),
          hasEntries: z.boolean(),
          readings: z.array(
            z.object({
              taskId: Id,
              title: z.string(),
              dueOn: Day,
              chapters: z.int(),
              done: z.int(),
            }),
          ),
          minutes: Minutes,
          targetMinutes: Minutes.nullable(),
          /** Where the reader answers for an organization in it. */
          answersFor: z.object({ organizationId: Id, organizationName: z.string() }).nullable(),
        }),
      ),
    }),
  }),

  ...campaignReturns,
  ...campaignFindings,
  ...campaignEntries,
}
