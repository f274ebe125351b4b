import * as z from 'zod'
import { query } from './kit.ts'
import { planActs } from './plan-acts.ts'
import {
  Closing,
  Edition,
  GoalReport,
  MyItem,
  Overlap,
  ProjectState,
  Quotas,
  TopicState,
} from './plan-answers.ts'
import {
  DeliveryMode,
  Heading,
  Goal,
  Held,
  ItemFacts,
  ItemKey,
  ItemState,
  Lights,
  PlanFacts,
  PlanHead,
  PlanKey,
  PlanKind,
  PlanState,
  QuotaCohort,
  TrainingType,
} from './plan-shapes.ts'
import { curricula } from './plan-words.ts'
import { Day, Id, Minutes, Name, Paging, Version, Year, keysOf, pageOf } from './vocabulary.ts'

const Here = z.object({ organizationId: Id })
const HereYear = Here.extend({ year: Year.optional() })

export const plans = {
  list: query({
    grant: 'plans.view',
    summary: '培训计划：本级的、下级的和上级下达的',
    input: Paging.extend({
      ...Here.shape,
      year: Year.exactOptional(),
      kind: PlanKind.exactOptional(),
      state: PlanState.exactOptional(),
    }),
    output: pageOf(PlanHead.extend({ place: z.enum(['own', 'below', 'above']) })).extend({
      day: Day,
      /** Of each kind, whatever kind is asked for; and how many are carried out now. */
      kinds: z.partialRecord(PlanKind, z.int()),
      running: z.int(),
      can: z.object({ write: z.boolean() }),
    }),
  }),

  show: query({
    grant: 'plans.view',
    summary: '一份培训计划：目标、问题、专题、重点工程、项目和进度灯',
    input: PlanKey,
    output: PlanHead.extend({
      ...PlanFacts.shape,
      version: Version,
      day: Day,
      isBranch: z.boolean(),
      items: z.array(ItemState),
      planLights: Lights,
      topicStates: z.array(TopicState),
      projectStates: z.array(ProjectState),
      /** What classes of this plan report of its goals. */
      goalReports: z.array(GoalReport),
      basisSentences: z.array(
        z.object({ policyUnitId: Id, policyId: Id, taskId: Id, sentence: z.string() }),
      ),
      editions: z.array(Edition),
      closing: Closing.nullable(),
      /** What the last plan of this kind suggested for this one. */
      lessons: z.string(),
      can: z.object({ write: z.boolean(), change: z.boolean(), close: z.boolean() }),
    }),
  }),

  quotas: query({
    grant: 'plans.view',
    summary: '一年的名额：组织 × 人员类别，与已训人数对照',
    input: PlanKey.extend({ year: Year.optional() }),
    output: Quotas,
  }),

  trained: query({
    grant: 'plans.view',
    summary: '一格名额背后的人：谁训过、谁还没有',
    input: Paging.extend({
      ...PlanKey.shape,
      year: Year,
      organizationId: Id,
      cohort: QuotaCohort,
    }),
    output: pageOf(
      z.object({
        unitId: Id,
        memberId: Id,
        name: Name,
        branchName: Name,
        trainedOn: Day.nullable(),
        title: z.string(),
      }),
    ),
  }),

  sessions: query({
    grant: 'plans.view',
    summary: '一个项目背后的场次：何时、何地、应到和实到',
    input: Paging.extend(ItemKey.shape),
    output: pageOf(
      z.object({
        unitId: Id,
        activityId: Id,
        title: Name,
        organizationName: Name,
        day: Day,
        due: z.int(),
        present: z.int(),
        isClosed: z.boolean(),
      }),
    ).extend({ title: Name, held: Held }),
  }),

  calendar: query({
    grant: 'plans.view',
    summary: '全年培训日程：各类培训各月办几期',
    input: HereYear,
    output: z.object({
      year: Year,
      day: Day,
      /** How many there are, and the first of them. */
      total: z.int(),
      rows: z
        .array(
          ItemKey.extend({
            title: Name,
            organizationName: Name,
            type: TrainingType,
            mode: DeliveryMode,
            from: Day,
            until: Day,
            sessions: z.int(),
            held: z.int(),
            isDraft: z.boolean(),
          }),
        )
        .max(500),
      types: z.array(z.object({ type: TrainingType, sessions: z.int(), held: z.int() })),
    }),
  }),

  overlaps: query({
    grant: 'plans.view',
    summary: '重复培训检查：同一批人、同一内容、时间相近',
    input: HereYear,
    output: z.object({ year: Year, checked: z.int(), rows: z.array(Overlap) }),
  }),

  curriculum: query({
    grant: 'plans.view',
    summary: '课程地图：应有的内容哪些讲过、哪些从未讲过，用什么方法讲，与需求对不对得上',
    input: HereYear,
    output: z.object({
      year: Year,
      curricula: z.array(
        z.object({
          key: z.enum(keysOf(curricula)),
          /** How many members here it is meant for. */
          people: z.int(),
          headings: z.array(
            z.object({
              heading: Heading,
              planned: z.int(),
              sessions: z.int(),
              persons: z.int(),
              minutes: z.int(),
            }),
          ),
        }),
      ),
      methods: z.array(z.object({ method: z.string(), sessions: z.int(), share: z.int() })),
      modes: z.array(z.object({ mode: DeliveryMode, planned: z.int(), sessions: z.int() })),
      /** Needs that a survey brought into the plan, and how much of them was delivered. */
      needs: z.object({
        asked: z.int(),
        delivered: z.int(),
        share: z.int(),
        /** The first of them. */
        rows: z
          .array(z.object({ title: Name, heading: Heading, origin: z.string(), sessions: z.int() }))
          .max(200),
      }),
    }),
  }),

  options: query({
    grant: 'plans.view',
    summary: '可以落实的计划项目：本组织办活动时选一个',
    input: Here.extend({ day: Day.exactOptional() }),
    output: z.object({
      rows: z.array(
        ItemKey.extend({
          ...ItemFacts.pick({
            title: true,
            type: true,
            mode: true,
            heading: true,
            from: true,
            until: true,
            sessions: true,
            persons: true,
            minutes: true,
            place: true,
            effect: true,
          }).shape,
          planTitle: Name,
          audienceSentence: z.string(),
          goal: Goal.nullable(),
          originSentence: z.string(),
        }),
      ),
    }),
  }),

  mine: query({
    summary: '我的培训安排：按我的岗位和层次，今年有哪些',
    input: z.object({ year: Year.optional() }),
    output: z.object({
      year: Year,
      standing: z.string(),
      items: z.array(MyItem),
      topics: z.array(
        z.object({
          topicId: Id,
          title: Name,
          heading: Heading,
          minMinutes: Minutes,
          doneMinutes: Minutes,
          planTitle: Name,
        }),
      ),
    }),
  }),

  ...planActs,
}
