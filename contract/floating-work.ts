import * as z from 'zod'
import { GroupKey, MemberKey, Result, TaskFacts, TaskKey } from './floating-shapes.ts'
import { censusAnswers, censusScopes } from './floating-words.ts'
import { floatingLinks } from './floating-links.ts'
import { command, query } from './kit.ts'
import { Day, Id, Line, Moment, Name, Paging, keysOf, pageOf } from './vocabulary.ts'

const CensusKey = z.object({ unitId: Id, censusId: Id })
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

/** What is done for and with floating members together: counting them, their groups, and their service. */
export const floatingWork = {
  ...floatingLinks,

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

  mine: query({
    summary: '我的管理群和服务任务',
    input: z.object({}),
    output: z.object({
      groups: z.array(
        GroupKey.extend({
          name: Name,
          keeper: z.string(),
          people: z.int(),
          /** The first of them. */
          names: z.array(z.string()).max(30),
        }),
      ),
      tasks: z.array(
        TaskKey.extend(TaskFacts.shape).extend({
          organizationName: Name,
          result: Result.nullable(),
        }),
      ),
    }),
  }),
}
