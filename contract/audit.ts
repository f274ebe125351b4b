import * as z from 'zod'
import { command, query } from './kit.ts'
import { Day, Id, Line, Moment, Paging, pageOf } from './vocabulary.ts'

/** Where a page of traces ended; the next one goes on from there. */
const Cursor = z.object({ at: Moment, id: Id })

const Difference = z.object({ field: z.string(), before: z.string(), after: z.string() })

const TraceRow = z.object({
  unitId: Id,
  id: Id,
  at: Moment,
  actorName: z.string(),
  command: z.string(),
  commandName: z.string(),
  subject: z.string(),
  subjectName: z.string(),
  placeName: z.string(),
  differences: z.array(Difference),
  /** The seal that holds it; nothing yet in the first seconds. */
  seal: z.int().nullable(),
})

export const audit = {
  list: query({
    grant: 'audit.view',
    summary: '操作留痕，新的在前',
    input: z.object({
      who: Line.default(''),
      command: z.string().max(100).default(''),
      subject: Line.default(''),
      from: Day.optional(),
      until: Day.optional(),
      after: Cursor.optional(),
      size: z.int().min(1).max(200).default(50),
    }),
    output: z.object({
      rows: z.array(TraceRow),
      next: Cursor.nullable(),
      /** Counted up to `countedTo`; beyond that, nobody reads them one by one. */
      total: z.int(),
      countedTo: z.int(),
    }),
  }),

  commands: query({
    grant: 'audit.view',
    summary: '留痕中可以筛选的操作',
    input: z.object({}),
    output: z.object({ rows: z.array(z.object({ command: z.string(), name: z.string() })) }),
  }),

  chain: query({
    grant: 'audit.view',
    summary: '留痕封存的现状：封到第几号，还有多少条待封',
    input: Paging,
    output: pageOf(
      z.object({
        unitId: Id,
        unitName: z.string(),
        number: z.int(),
        hash: z.string(),
        sealedAt: Moment.nullable(),
        unsealed: z.int(),
      }),
    ),
  }),

  verify: command({
    grant: 'audit.view',
    summary: '核对留痕是否完好（后台进行）',
    input: z.object({}),
    output: z.object({ unitId: Id, jobId: Id }),
  }),
}
