import * as z from 'zod'
import { conductRegisters } from './conduct-registers.ts'
import {
  CaseFile,
  CaseRow,
  Clock,
  ClockRow,
  ConductCaseKey,
  ConductPerson,
  ConductTask,
  ConductTaskKey,
  Decision,
  NewCase,
  OwnCase,
  Told,
} from './conduct-shapes.ts'
import {
  appealStates,
  clockStages,
  conductClocks,
  disposalStates,
  sanctionKinds,
  statementWays,
  taskStates,
} from './conduct-words.ts'
import { command, query } from './kit.ts'
import { Day, Id, Line, Month, Paging, Version, keysOf, pageOf } from './vocabulary.ts'

const Changed = z.object({ version: Version })
const CaseForm = ConductCaseKey.extend({ version: Version })

/** 监督关爱: three clocks per member, what is done when they run, and how it is decided. */
export const conduct = {
  ...conductRegisters,

  clocks: query({
    grant: 'conduct.view',
    summary: '三个月数：谁连续多久没参加组织生活、没交党费、没做分配的工作',
    input: Paging.extend({
      organizationId: Id,
      stage: z.enum(keysOf(clockStages)).exactOptional(),
    }),
    output: pageOf(ClockRow).extend({
      day: Day,
      counts: z.record(z.enum(keysOf(clockStages)), z.int()),
      ladder: z.array(
        z.object({ stage: z.enum(keysOf(clockStages)), months: z.int(), clause: z.string() }),
      ),
      mayHandle: z.boolean(),
    }),
  }),

  member: query({
    grant: 'conduct.view',
    summary: '一名党员的三个月数怎样算出来：逐月要求、做到、免除；提醒、谈话和任务',
    input: ConductPerson,
    output: ClockRow.extend({
      day: Day,
      months: z.array(
        z.object({
          month: Month,
          clock: z.enum(keysOf(conductClocks)),
          asked: z.boolean(),
          done: z.boolean(),
          isPaused: z.boolean(),
        }),
      ),
      warnings: z.array(
        z.object({
          clock: z.enum(keysOf(conductClocks)),
          stage: z.enum(keysOf(clockStages)),
          months: z.int(),
          on: Day,
        }),
      ),
      talks: z.array(z.object({ plannedOn: Day, heldOn: Day.nullable(), talkerName: z.string() })),
      hasOpenTalk: z.boolean(),
      tasks: z.array(ConductTask),
      mayHandle: z.boolean(),
    }),
  }),

  assign: command({
    grant: 'conduct.handle',
    summary: '给党员分配一项工作，写明何时完成，通知本人',
    input: ConductPerson.extend({
      formId: Id,
      title: Line.min(4, '请写明做什么，不少于 4 个字'),
      dueOn: Day,
    }),
    output: ConductTaskKey,
  }),

  tasks: query({
    grant: 'conduct.view',
    summary: '分配给党员的工作：进行中、待确认、完成',
    input: Paging.extend({
      organizationId: Id,
      state: z.enum(keysOf(taskStates)).exactOptional(),
    }),
    output: pageOf(ConductTask).extend({
      day: Day,
      counts: z.record(z.enum(keysOf(taskStates)), z.int()),
      late: z.int(),
      mayHandle: z.boolean(),
    }),
  }),

  settle: command({
    grant: 'conduct.handle',
    summary: '确认一项工作已完成，退回重做，或者撤销',
    input: ConductTaskKey.extend({
      version: Version,
      state: z.enum(['open', 'done', 'cancelled']),
      on: Day,
      note: Line.default(''),
    }),
    output: Changed,
  }),

  report: command({
    summary: '本人报告分配的工作已经做完',
    input: ConductTaskKey.extend({ version: Version, text: Line.min(2, '请写明做了什么') }),
    output: Changed,
  }),

  cases: query({
    grant: 'conduct.view',
    summary: '组织处置：限期改正、劝退除名、停止和恢复党籍，各到哪一步；不显示内容',
    input: Paging.extend({
      organizationId: Id,
      state: z.enum(keysOf(disposalStates)).exactOptional(),
    }),
    output: pageOf(CaseRow).extend({
      day: Day,
      counts: z.record(z.enum(keysOf(disposalStates)), z.int()),
      mayHandle: z.boolean(),
    }),
  }),

  look: command({
    grant: 'conduct.view',
    summary: '查看一件处置的全部材料，查看本身留痕',
    input: ConductCaseKey,
    output: CaseFile,
  }),

  draft: command({
    grant: 'conduct.handle',
    summary: '起草一件处置：类别、理由、事实（加密）',
    input: NewCase,
    output: ConductCaseKey,
  }),

  revise: command({
    grant: 'conduct.handle',
    summary: '修改草稿的类别、理由和事实',
    input: CaseForm.extend({ kind: NewCase.shape.kind, ground: NewCase.shape.ground, facts: Told }),
    output: Changed,
  }),

  start: command({
    grant: 'conduct.handle',
    summary: '把草稿提交办理；从此按声明的程序逐步进行',
    input: CaseForm,
    output: Changed,
  }),

  drop: command({
    grant: 'conduct.handle',
    summary: '不办理的草稿或处置，写明原因后了结',
    input: CaseForm.extend({ reason: Line.min(2, '请写明原因') }),
    output: Changed,
  }),

  hear: command({
    grant: 'conduct.handle',
    summary: '记录本人的陈述，或者本人放弃陈述、联系不上的情况',
    input: CaseForm.extend({
      way: z.enum(keysOf(statementWays)).exclude(['own']),
      on: Day,
      text: Told,
    }),
    output: Changed,
  }),

  note: command({
    grant: 'conduct.handle',
    summary: '记录一次帮教或者核查情况（加密）',
    input: CaseForm.extend({ on: Day, text: Told }),
    output: Changed,
  }),

  decide: command({
    grant: 'conduct.handle',
    summary: '办理处置的一步：核实、支部大会决议、上级审批、通知本人',
    input: Decision,
    output: Changed.extend({ state: z.enum(keysOf(disposalStates)), next: z.string().nullable() }),
  }),

  recordAppeal: command({
    grant: 'conduct.handle',
    summary: '登记本人不服处理决定的申诉',
    input: CaseForm.extend({ on: Day, text: Told }),
    output: Changed,
  }),

  answerAppeal: command({
    grant: 'conduct.approve',
    summary: '复议申诉：维持原决定，或者撤销并恢复原状',
    input: CaseForm.extend({
      state: z.enum(keysOf(appealStates)).exclude(['asked']),
      answer: Line.min(2, '请写明理由'),
    }),
    output: Changed,
  }),

  mine: query({
    summary: '我的履责情况：三个月数、分配给我的工作、与我有关的处理',
    input: z.object({}),
    output: z.object({
      isMember: z.boolean(),
      day: Day,
      clocks: z.array(Clock),
      isExcused: z.boolean(),
      tasks: z.array(ConductTask),
      cases: z.array(OwnCase),
      sanctions: z.array(
        z.object({
          sanctionId: Id,
          kind: z.enum(keysOf(sanctionKinds)),
          authority: z.string(),
          document: z.string(),
          from: Day,
          until: Day.nullable(),
          votelessUntil: Day.nullable(),
        }),
      ),
    }),
  }),

  state: command({
    summary: '本人对处置的事实作出陈述',
    input: ConductCaseKey.extend({ text: Told }),
    output: z.object({}),
  }),

  appeal: command({
    summary: '本人不服处理决定，提出申诉',
    input: ConductCaseKey.extend({ text: Told }),
    output: z.object({}),
  }),
}
