import * as z from 'zod'
import { duesMoney } from './dues-money.ts'
import {
  Base,
  Cell,
  EntryRow,
  Fen,
  GridRow,
  Hardship,
  MemberKey,
  NewBase,
  NewHardship,
  Payment,
  Published,
  Quarter,
  Standing,
  Sum,
} from './dues-shapes.ts'
import { duesFunds, duesWays } from './dues-words.ts'
import { command, query } from './kit.ts'
import { Day, Id, Line, Month, Paging, Version, Year, keysOf, pageOf } from './vocabulary.ts'

/** Party dues: who owes what for which month and why, who paid, and where the money is. */
export const dues = {
  ...duesMoney,

  grid: query({
    grant: 'dues.view',
    summary: '支部党费收缴表：党员逐月应交、已交、欠交',
    input: z.object({ organizationId: Id, year: Year.optional() }),
    output: z.object({
      year: z.int(),
      month: Month,
      isBranch: z.boolean(),
      organizationName: z.string(),
      rows: z.array(GridRow),
      owedFen: Sum,
      paidFen: Sum,
      late: z.int(),
      unknown: z.int(),
      mayRecord: z.boolean(),
      maySettle: z.boolean(),
    }),
  }),

  member: query({
    grant: 'dues.view',
    summary: '一名党员的党费：基数、逐月、每笔缴纳和依据',
    input: MemberKey.extend({ year: Year.optional() }),
    output: z.object({
      name: z.string(),
      organizationName: z.string(),
      cells: z.array(Cell),
      standing: Standing,
      bases: z.array(Base),
      payments: z.array(Payment),
      entries: z.array(EntryRow),
      mayRecord: z.boolean(),
      maySettle: z.boolean(),
    }),
  }),

  setBases: command({
    grant: 'dues.settle',
    summary: '核定党员当年党费计算基数；改动已核定的须写明原因',
    input: z.object({
      organizationId: Id,
      year: Year,
      rows: z.array(NewBase).min(1, '请至少核定一名党员').max(200),
    }),
    output: z.object({ set: z.int() }),
  }),

  pay: command({
    grant: 'dues.record',
    summary: '登记一名党员交党费，先抵最早欠的月份；同一张表单交几次都只算一次',
    input: MemberKey.extend({
      formId: Id,
      fen: Fen,
      paidOn: Day,
      way: z.enum(keysOf(duesWays)),
      fund: z.enum(keysOf(duesFunds)).default('monthly'),
      text: Line.default(''),
    }),
    output: z.object({ unitId: Id, paymentId: Id, months: z.array(Month) }),
  }),

  reverse: command({
    grant: 'dues.settle',
    summary: '冲销一笔登记错的缴纳，写明原因',
    input: z.object({
      unitId: Id,
      paymentId: Id,
      reason: Line.min(2, '请写明为什么冲销'),
    }),
    output: z.object({ fen: Sum }),
  }),

  hardships: query({
    grant: 'dues.view',
    summary: '困难党员减免党费的申请和审批',
    input: Paging.extend({ organizationId: Id }),
    output: pageOf(Hardship.extend({ mayDecide: z.boolean() })).extend({ waiting: z.int() }),
  }),

  askHardship: command({
    grant: 'dues.record',
    summary: '代困难党员申请减免党费',
    input: MemberKey.extend(NewHardship.shape),
    output: z.object({ unitId: Id, hardshipId: Id }),
  }),

  applyHardship: command({
    summary: '本人申请减免党费',
    input: NewHardship,
    output: z.object({ unitId: Id, hardshipId: Id }),
  }),

  decideHardship: command({
    grant: 'dues.settle',
    summary: '审批减免党费：支部讨论，上级党组织批准；离退休党员支部同意即可',
    input: z.object({
      unitId: Id,
      hardshipId: Id,
      version: Version,
      isApproved: z.boolean(),
      reason: Line.default(''),
    }),
    output: z.object({ state: Hardship.shape.state }),
  }),

  publish: command({
    grant: 'dues.settle',
    summary: '向本支部党员公示一个季度的党费收缴情况',
    input: z.object({ organizationId: Id, quarter: Quarter }),
    output: z.object({ edition: z.int(), told: z.int() }),
  }),

  publications: query({
    grant: 'dues.view',
    summary: '本支部公示过的党费收缴情况',
    input: z.object({ organizationId: Id }),
    output: z.object({ rows: z.array(Published) }),
  }),

  mine: query({
    summary: '我的党费：应交、已交、每笔记录、减免申请和支部公示',
    input: z.object({}),
    output: z.object({
      isMember: z.boolean(),
      monthlyFen: Sum.nullable(),
      why: z.string(),
      cells: z.array(Cell),
      standing: Standing,
      payments: z.array(Payment),
      hardships: z.array(Hardship),
      publications: z.array(Published),
    }),
  }),
}
