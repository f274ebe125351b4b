import * as z from 'zod'
import { command, query } from './kit.ts'
import { Day, Id, Line, Moment, Name, Text, Version, Year } from './vocabulary.ts'

const Off = z.object({ name: Name, from: Day, until: Day })

/** What is off in a year, and which Saturdays and Sundays are worked instead. */
const Days = z.object({
  off: z.array(Off).max(20),
  worked: z.array(Day).max(30),
})

export const holidays = {
  list: query({
    grant: 'rules.view',
    summary: '法定节假日：各年放假和调休上班的日子，哪年还没有公布',
    input: z.object({}),
    output: z.object({
      /** Whether this actor may write them down. */
      canKeep: z.boolean(),
      rows: z.array(
        Days.extend({
          year: Year,
          isAnnounced: z.boolean(),
          /** The document that announced it. */
          notice: z.string(),
          /** Holidays by law that it says nothing of. */
          lacking: z.array(z.string()),
          daysOff: z.int(),
          workdays: z.int(),
          version: Version,
          byName: z.string(),
          at: Moment.nullable(),
        }),
      ),
    }),
  }),

  read: query({
    grant: 'rules.maintain',
    summary: '从放假通知的原文里读出放假和调休的日子，核对后再保存',
    input: z.object({ year: Year, text: Text.min(4) }),
    output: Days.extend({
      /** Sentences that name days and could not be read. */
      unread: z.array(z.string()),
    }),
  }),

  keep: command({
    grant: 'rules.maintain',
    summary: '写下一年的放假安排；只有最上级党组织可以，按工作日计的期限随后重算',
    input: Days.extend({ year: Year, notice: Line.min(4), version: Version }),
    output: z.object({ version: Version, jobId: Id.nullable() }),
  }),
}
