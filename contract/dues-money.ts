import * as z from 'zod'
import { EntryRow, Fen, Quarter, Sum } from './dues-shapes.ts'
import { duesKinds, duesUses, lineStates } from './dues-words.ts'
import { command, query } from './kit.ts'
import { Day, Id, Line, Month, Paging, Year, keysOf, pageOf } from './vocabulary.ts'

const StatementLine = z.object({
  line: z.int(),
  paidOn: Day.nullable(),
  fen: Sum.nullable(),
  payer: z.string(),
  remark: z.string(),
  state: z.enum(keysOf(lineStates)),
  memberId: Id.nullable(),
  memberName: z.string(),
  /** By what it was matched, or why it was not. */
  why: z.string(),
})

const Flow = z.object({
  owedFen: Sum,
  paidFen: Sum,
  sentFen: Sum,
  receivedFen: Sum,
  returnedOutFen: Sum,
  returnedInFen: Sum,
  spentFen: Sum,
})

/** Files from the bank, and the money on its way between the levels. */
export const duesMoney = {
  previewStatement: command({
    grant: 'dues.record',
    summary: '读一份银行或微信流水：逐行认出是谁交的，不入账',
    input: z.object({ organizationId: Id, fileId: Id }),
    output: z.object({
      way: z.enum(['wechat', 'bank']),
      rows: z.array(StatementLine),
      matched: z.int(),
      unmatched: z.int(),
      known: z.int(),
      fen: Sum,
    }),
  }),

  commitStatement: command({
    grant: 'dues.record',
    summary: '把流水里认出的和指定了党员的行入账；一行流水只入账一次',
    input: z.object({
      organizationId: Id,
      fileId: Id,
      choices: z
        .array(z.object({ line: z.int(), memberId: Id }))
        .max(5000)
        .default([]),
    }),
    output: z.object({
      posted: z.int(),
      fen: Sum,
      known: z.int(),
      left: z.array(StatementLine.pick({ line: true, payer: true, remark: true, why: true })),
    }),
  }),

  rollUp: query({
    grant: 'dues.view',
    summary: '下级党组织党费收缴汇总：某月应交、已交、欠交人数和留存',
    input: z.object({ organizationId: Id, month: Month.optional() }),
    output: z.object({
      month: Month,
      owedFen: Sum,
      paidFen: Sum,
      late: z.int(),
      people: z.int(),
      rows: z.array(
        z.object({
          organizationId: Id,
          name: z.string(),
          isBranch: z.boolean(),
          people: z.int(),
          owedFen: Sum,
          paidFen: Sum,
          late: z.int(),
          balanceFen: Sum,
        }),
      ),
    }),
  }),

  entries: query({
    grant: 'dues.view',
    summary: '党费明细账：任何一个数字都能打开到每一笔',
    input: Paging.extend({
      organizationId: Id,
      period: Month.optional(),
      month: Month.optional(),
      kind: z.enum(keysOf(duesKinds)).optional(),
      /** Only the organization itself, not those below. */
      isOwn: z.boolean().default(false),
    }),
    output: pageOf(EntryRow).extend({ fen: Sum, mayUndo: z.boolean() }),
  }),

  money: query({
    grant: 'dues.view',
    summary: '本级党费：逐月收、缴、返、用和留存，各季应上缴',
    input: z.object({ organizationId: Id, year: Year.optional() }),
    output: z.object({
      year: z.int(),
      balanceFen: Sum,
      openingFen: Sum,
      months: z.array(Flow.extend({ month: Month, closingFen: Sum })),
      quarters: z.array(
        z.object({
          quarter: Quarter,
          basisFen: Sum,
          specialFen: Sum,
          percent: z.int(),
          dueFen: Sum,
          sentFen: Sum,
          /** Nothing where it may be sent now. */
          refusal: z.string(),
        }),
      ),
      clause: z.string(),
      below: z.array(z.object({ organizationId: Id, name: z.string() })),
      uses: z.array(z.object({ use: z.enum(keysOf(duesUses)), fen: Sum })),
      maySettle: z.boolean(),
    }),
  }),

  remit: command({
    grant: 'dues.settle',
    summary: '按规定比例上缴一个季度的党费；特殊党费达到规定数额的全额上缴',
    input: z.object({ organizationId: Id, quarter: Quarter, voucher: Line.min(1, '请填写凭证号') }),
    output: z.object({ fen: Sum }),
  }),

  giveBack: command({
    grant: 'dues.approve',
    summary: '从本级留存中向下级返还党费',
    input: z.object({
      organizationId: Id,
      toId: Id,
      formId: Id,
      fen: Fen,
      voucher: Line.min(1, '请填写凭证号'),
    }),
    output: z.object({ balanceFen: Sum }),
  }),

  spend: command({
    grant: 'dues.settle',
    summary: '登记一笔党费使用：用途、集体研究情况、凭证',
    input: z.object({
      organizationId: Id,
      formId: Id,
      fen: Fen,
      use: z.enum(keysOf(duesUses)),
      text: Line.min(2, '请写明用在哪里'),
      decision: Line.min(2, '请写明何时集体研究决定'),
      voucher: Line.min(1, '请填写凭证号'),
    }),
    output: z.object({ balanceFen: Sum }),
  }),

  undo: command({
    grant: 'dues.settle',
    summary: '冲销一笔登记错的上缴、返还或使用，两头一起冲',
    input: z.object({ unitId: Id, entryId: Id, reason: Line.min(2, '请写明为什么冲销') }),
    output: z.object({ fen: Sum }),
  }),
}
