import * as z from 'zod'
import { query } from './kit.ts'
import { Progress, Tally } from './requirement-shapes.ts'
import { Day, Id, Name } from './vocabulary.ts'

/** One thing to do: what, why and by which clause, until when, and the one place where it is done. */
const Todo = z.object({
  key: z.string(),
  what: z.string(),
  why: z.string(),
  clause: z.string(),
  /** Nothing where the rules ask for it, but name no day. */
  deadline: Day.nullable(),
  action: z.string(),
  to: z.string(),
})

const Occasion = z.object({
  title: z.string(),
  time: z.string().optional(),
  kind: z.enum(['meeting', 'deadline']),
  to: z.string().optional(),
})

export const home = {
  branch: query({
    grant: 'organizations.view',
    summary: '本组织的待办，按法定缓急排列；本月安排；学习进度',
    input: z.object({ organizationId: Id }),
    output: z.object({
      today: Day,
      organizationName: Name,
      isBranch: z.boolean(),
      /** The first of them in the order of lawful urgency, and how many there are. */
      todos: z.array(Todo).max(100),
      waiting: z.int(),
      month: z.array(z.object({ day: Day, occasions: z.array(Occasion) })),
      learning: Tally.extend({
        dueNowMinutes: z.int(),
        dueYearMinutes: z.int(),
        /** A branch shows its people, anything above it the organizations below. */
        persons: z.array(Progress),
        below: z.array(Tally.extend({ organizationId: Id, name: Name })),
      }),
    }),
  }),

  member: query({
    summary: '我的待办：要参加的、要补的',
    input: z.object({}),
    output: z.object({
      today: Day,
      name: Name,
      organizationName: z.string(),
      isMember: z.boolean(),
      stage: z.enum(['full', 'probationary']).nullable(),
      todos: z.array(Todo).max(100),
    }),
  }),

  find: query({
    summary: '在管理范围内查找党员、党组织、活动',
    input: z.object({ text: z.string().trim().max(60) }),
    output: z.object({
      rows: z.array(
        z.object({
          kind: z.enum(['member', 'organization', 'activity']),
          unitId: Id,
          id: Id,
          title: z.string(),
          note: z.string(),
        }),
      ),
    }),
  }),
}
