import * as z from 'zod'
import { command, query } from './kit.ts'
import { taskStates } from './mentoring-words.ts'
import {
  Day,
  Id,
  Line,
  Minutes,
  Name,
  Paging,
  Text,
  Version,
  keysOf,
  pageOf,
} from './vocabulary.ts'

const PairKey = z.object({ unitId: Id, pairId: Id })
const SessionKey = z.object({ unitId: Id, sessionId: Id })
const PlacementKey = z.object({ unitId: Id, placementId: Id })
const TaskKey = z.object({ unitId: Id, taskId: Id })

const Session = SessionKey.extend({
  on: Day,
  minutes: Minutes,
  text: z.string(),
  byName: z.string(),
  isMine: z.boolean(),
  /** The other side's word; nothing until it is given. */
  isTrue: z.boolean().nullable(),
})

const Pair = PairKey.extend({
  mentorName: z.string(),
  learnerName: z.string(),
  organizationName: Name,
  goal: z.string(),
  from: Day,
  until: Day,
  endedOn: Day.nullable(),
  sessions: z.int(),
  minutes: Minutes,
  lastOn: Day.nullable(),
})

const Task = TaskKey.extend({
  title: Name,
  dueOn: Day,
  state: z.enum(keysOf(taskStates)),
  text: z.string(),
  minutes: Minutes,
  answer: z.string(),
  version: Version,
})

const Placement = PlacementKey.extend({
  memberId: Id,
  name: z.string(),
  organizationName: Name,
  host: z.string(),
  duty: z.string(),
  from: Day,
  until: Day,
  tasks: z.array(Task),
})

/** Members learn from members, and by doing: pairs with their sessions, placements with their tasks. */
export const mentoring = {
  pairs: query({
    grant: 'mentoring.view',
    summary: '结对：谁带谁、学什么、见过几次',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(Pair).extend({ silent: z.int() }),
  }),

  pair: query({
    grant: 'mentoring.view',
    summary: '一对结对和每次带教的记录',
    input: PairKey,
    output: Pair.extend({ rows: z.array(Session) }),
  }),

  join: command({
    grant: 'mentoring.manage',
    summary: '结一对：党员带党员、老带新',
    input: z.object({
      organizationId: Id,
      mentorId: Id,
      learnerId: Id,
      goal: Line.min(2, '请写明带什么、学什么'),
      from: Day,
      until: Day,
    }),
    output: PairKey,
  }),

  endPair: command({
    grant: 'mentoring.manage',
    summary: '结束结对，写明结果',
    input: PairKey.extend({ reason: Line.min(2, '请写明结果') }),
    output: z.object({}),
  }),

  record: command({
    summary: '登记一次带教；同一张表单交几次都只算一次',
    input: PairKey.extend({
      formId: Id,
      on: Day,
      minutes: z.int().min(1).max(600),
      text: Text.min(5, '请写清教了什么、学会了什么').max(2_000),
    }),
    output: SessionKey,
  }),

  confirm: command({
    summary: '结对的另一方说这次带教是否属实',
    input: SessionKey.extend({ isTrue: z.boolean() }),
    output: z.object({}),
  }),

  placements: query({
    grant: 'mentoring.view',
    summary: '实践锻炼：谁在哪里锻炼、任务完成得怎样',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(Placement).extend({ waiting: z.int() }),
  }),

  place: command({
    grant: 'mentoring.manage',
    summary: '安排党员到一线实践锻炼，定任务',
    input: z.object({
      organizationId: Id,
      formId: Id,
      memberId: Id,
      host: Line.min(2, '请写明在哪里锻炼'),
      duty: Line.min(2, '请写明做什么'),
      from: Day,
      until: Day,
      tasks: z
        .array(z.object({ title: Name, dueOn: Day }))
        .min(1, '请至少定一项任务')
        .max(20),
    }),
    output: PlacementKey,
  }),

  reportTask: command({
    summary: '报告实践任务完成情况',
    input: TaskKey.extend({
      version: Version,
      text: Text.min(5, '请写清做了什么').max(2_000),
      minutes: z.int().min(1).max(6_000),
    }),
    output: z.object({ version: Version }),
  }),

  judgeTask: command({
    grant: 'mentoring.manage',
    summary: '认可实践任务，记实践学时；或请其补充',
    input: TaskKey.extend({ version: Version, isAccepted: z.boolean(), answer: Line.default('') }),
    output: z.object({ version: Version }),
  }),

  mine: query({
    summary: '我的结对和实践锻炼',
    input: z.object({}),
    output: z.object({
      pairs: z.array(Pair.extend({ isMentor: z.boolean(), rows: z.array(Session) })),
      placements: z.array(Placement),
    }),
  }),
}
