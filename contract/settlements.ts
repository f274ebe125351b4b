import * as z from 'zod'
import { Bill, CapLine, ClassKey } from './class-shapes.ts'
import { command, query } from './kit.ts'
import { Id, Line } from './vocabulary.ts'

export const settlements = {
  show: query({
    grant: 'classes.view',
    summary: '经费结算：实际人数天数的上限、每一项花了多少',
    input: ClassKey,
    output: z.object({
      /** Days of the class times people who came, as the caps are computed. */
      people: z.int(),
      days: z.int(),
      lines: z.array(CapLine),
      bills: z.array(Bill),
      totalFen: z.int(),
      budgetFen: z.int(),
    }),
  }),

  keep: command({
    grant: 'classes.keep',
    summary: '登记一笔开支，附票据',
    input: Bill.omit({ files: true }).extend({
      ...ClassKey.shape,
      payee: Line.min(1),
      note: Line.default(''),
      hours: z.number().min(0).max(200).default(0),
      halfDays: z.int().min(0).max(100).default(0),
      fileIds: z.array(Id).max(9).default([]),
    }),
    output: z.object({}),
  }),

  remove: command({
    grant: 'classes.keep',
    summary: '去掉还没有结算的一笔开支',
    input: ClassKey.extend({ billId: Id }),
    output: z.object({}),
  }),

  settle: command({
    grant: 'classes.keep',
    summary: '结算；哪一项超过上限就说明是哪一项、上限多少',
    input: ClassKey,
    output: z.object({ totalFen: z.int() }),
  }),
}
