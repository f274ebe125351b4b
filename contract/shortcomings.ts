import * as z from 'zod'
import { shortcomingSources, shortcomingStates } from './appraisal-words.ts'
import { command, query } from './kit.ts'
import { Day, Id, Line, Moment, Name, Paging, Version, Year, keysOf, pageOf } from './vocabulary.ts'

const Source = z.enum(keysOf(shortcomingSources))
const State = z.enum(keysOf(shortcomingStates))
const ShortcomingKey = z.object({ unitId: Id, shortcomingId: Id })
const Told = z.string().trim().min(4, '请写具体，至少 4 个字').max(1000)

const Shortcoming = ShortcomingKey.extend({
  organizationId: Id,
  organizationName: Name,
  year: Year,
  version: Version,
  source: Source,
  text: z.string(),
  measure: z.string(),
  /** Whose problem it is; nothing where it is the committee's. */
  aboutName: Name.nullable(),
  ownerId: Id,
  ownerName: Name,
  dueOn: Day,
  state: State,
  isOverdue: z.boolean(),
  settledOn: Day.nullable(),
  log: z.array(z.object({ what: z.string(), text: z.string(), byName: Name, at: Moment })),
})

const Changed = z.object({ version: Version })

/** 查摆问题清单: each problem with who mends it until when, followed until it is struck off. */
export const shortcomings = {
  list: query({
    grant: 'appraisal.view',
    summary: '查摆问题清单：本级和下级支部的，先到期的在前',
    input: Paging.extend({
      organizationId: Id,
      year: Year,
      state: State.exactOptional(),
      onlyOverdue: z.boolean().default(false),
    }),
    output: pageOf(Shortcoming).extend({
      counts: z.record(State, z.int()),
      overdue: z.int(),
      /** Who can own one, where the page stands at a branch. */
      people: z.array(z.object({ memberId: Id, name: Name })),
      mayHold: z.boolean(),
    }),
  }),

  add: command({
    grant: 'appraisal.hold',
    summary: '列入一个查摆出来的问题：怎么改、谁来改、什么时候改完；通知责任人',
    input: z.object({
      organizationId: Id,
      year: Year,
      source: Source,
      text: Told,
      measure: Told,
      aboutId: Id.nullable().default(null),
      ownerId: Id,
      dueOn: Day,
    }),
    output: ShortcomingKey,
  }),

  mine: query({
    summary: '由我整改的问题',
    input: z.object({}),
    output: z.object({ rows: z.array(Shortcoming) }),
  }),

  report: command({
    summary: '报告整改进展；改完的提请验收',
    input: ShortcomingKey.extend({ version: Version, text: Told, isDone: z.boolean() }),
    output: Changed,
  }),

  settle: command({
    grant: 'appraisal.hold',
    summary: '验收：改好的销号，没有改好的退回并可以另定期限',
    input: ShortcomingKey.extend({
      version: Version,
      isSettled: z.boolean(),
      finding: Told,
      dueOn: Day.nullable().default(null),
    }),
    output: Changed.extend({ state: State }),
  }),

  extend: command({
    grant: 'appraisal.hold',
    summary: '调整整改期限或责任人，写明原因',
    input: ShortcomingKey.extend({
      version: Version,
      dueOn: Day,
      ownerId: Id,
      reason: Line.min(2),
    }),
    output: Changed,
  }),
}
