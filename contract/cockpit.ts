import * as z from 'zod'
import { query } from './kit.ts'
import { Day, Id, Name, Year } from './vocabulary.ts'

/** Where the rows behind a number are read: the question to put to `metrics.rows`. */
const Opens = z.object({ metric: z.string(), organizationId: Id, from: Day, to: Day })

const Point = z.object({
  label: z.string(),
  value: z.number(),
  /** The value as it is said. */
  text: z.string(),
  /** What is missing to the whole, where something is. */
  rest: z.number().nullable(),
  /** The one that the title speaks of. */
  isStress: z.boolean(),
  opens: Opens,
})

/** A question of the office, answered: the title is the answer, the points are its evidence. */
const Chart = z.object({ title: z.string(), note: z.string(), points: z.array(Point) })

const Figure = z.object({ text: z.string(), opens: Opens })

export const cockpit = {
  show: query({
    grant: 'cockpit.view',
    summary: '驾驶舱：参训覆盖、全年进度、学习内容、逐月组织生活，每个数都能点开明细',
    input: z.object({ organizationId: Id, year: Year.optional() }),
    output: z.object({
      organizationName: Name,
      isBranch: z.boolean(),
      year: Year,
      day: Day,
      members: Figure,
      branches: Figure,
      /** Of those who owe hours, the share that has met them or keeps pace; nothing where nobody owes any. */
      keeping: z.object({ people: z.int(), well: z.int() }),
      /** By organization below, those with the most untrained first; nothing where there is none below. */
      coverage: Chart.nullable(),
      /** Month by month: hours for each member so far, and what is missing to the pace of the rule. */
      pace: Chart,
      categories: Chart,
      meetings: z.object({
        title: z.string(),
        note: z.string(),
        kinds: z.array(z.object({ name: z.string(), total: Figure, points: z.array(Point) })),
      }),
    }),
  }),
}
