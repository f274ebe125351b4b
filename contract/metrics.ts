import * as z from 'zod'
import { query } from './kit.ts'
import { Day, Id, Line, Paging, keysOf } from './vocabulary.ts'
import { metricGroups, metricUnits } from './words.ts'

const MetricId = z
  .string()
  .regex(/^[a-zA-Z]+(\.[a-zA-Z]+)+$/)
  .max(80)

/** Where and when a metric is asked: at and below an organization, from a day until a day, both included. */
const At = z.object({ organizationId: Id, from: Day, to: Day })

const Definition = z.object({
  id: MetricId,
  name: z.string(),
  group: z.enum(keysOf(metricGroups)),
  unit: z.enum(keysOf(metricUnits)),
  definition: z.string(),
  clause: z.string(),
})

/** Minutes of study, shares between 0 and 1, or plain counts; nothing where there is nobody to ask about. */
const Measured = z.object({ value: z.number().nullable(), text: z.string() })

export const MetricColumn = z.object({
  key: z.string(),
  title: z.string(),
  kind: z.enum(['text', 'day', 'count', 'minutes', 'flag']),
})
export type MetricColumn = z.infer<typeof MetricColumn>

export const MetricCell = z.union([z.string(), z.number(), z.boolean(), z.null()])
export type MetricCell = z.infer<typeof MetricCell>

export const metrics = {
  list: query({
    grant: 'metrics.view',
    summary: '指标目录：名称、单位、口径、依据',
    input: z.object({}),
    output: z.object({ rows: z.array(Definition) }),
  }),

  values: query({
    grant: 'metrics.view',
    summary: '某组织某时段的多个指标值',
    input: At.extend({ metrics: z.array(MetricId).min(1).max(60) }),
    output: z.object({ day: Day, rows: z.array(Definition.extend(Measured.shape)) }),
  }),

  rows: query({
    grant: 'metrics.view',
    summary: '指标数值背后的明细',
    input: At.extend({ metric: MetricId, search: Line.default(''), ...Paging.shape }),
    output: z.object({
      metric: Definition.extend(Measured.shape),
      organizationName: z.string(),
      day: Day,
      columns: z.array(MetricColumn),
      rows: z.array(z.object({ id: z.string(), cells: z.array(MetricCell) })),
      total: z.int(),
    }),
  }),
}
