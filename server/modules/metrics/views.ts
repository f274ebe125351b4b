import { contract } from '@zhixing/contract'
import type { Day } from '../../kernel/calendar.ts'
import { Problem, conflict } from '../../kernel/problem.ts'
import { view } from '../../kernel/view.ts'
import type { Sight } from '../../kernel/view.ts'
import { narrowTo } from '../organizations/index.ts'
import { catalogue, metricOf } from './catalogue/index.ts'
import type { Metric } from './catalogue/declare.ts'
import { measureAll, rowsOf, scopeAt } from './catalogue/measure.ts'
import type { Measured } from './catalogue/measure.ts'
import { overview } from '../overviews/index.ts'

export const listMetrics = view(contract.metrics.list, async () => ({
  rows: catalogue.map(definitionOf),
}))

export const showValues = overview(
  contract.metrics.values,
  async (sight, { metrics, ...asked }) => {
    const { scope } = await scopeOf(sight, asked)
    const wanted = metrics.map(known)
    const measured = await measureAll(sight.db, wanted, scope)
    const rows = wanted.map((metric) => ({
      ...definitionOf(metric),
      ...measuredIn(measured, metric),
    }))
    return { day: scope.day, rows }
  },
)

export const showRows = view(contract.metrics.rows, async (sight, { metric: id, ...asked }) => {
  const metric = known(id)
  const { scope, organization } = await scopeOf(sight, asked)
  const measured = measuredIn(await measureAll(sight.db, [metric], scope), metric)
  return {
    metric: { ...definitionOf(metric), ...measured },
    organizationName: organization.name,
    day: scope.day,
    columns: [...metric.columns],
    ...(await rowsOf(sight.db, metric, scope, asked)),
  }
})

async function scopeOf(
  { db, reach, now }: Sight,
  { organizationId, from, to }: { organizationId: string; from: Day; to: Day },
) {
  if (from > to) throw conflict('metrics.period', { 开始: from, 结束: to })
  const { organization } = await narrowTo(db, reach, organizationId)
  const scope = await scopeAt(db, { path: organization.path, from, to, now })
  return { organization, scope }
}

function known(id: string): Metric {
  const metric = metricOf(id)
  if (!metric) throw new Problem('missing', 'metrics.unknown', { 指标: id })
  return metric
}

function definitionOf({ id, name, group, unit, definition, clause }: Metric) {
  return { id, name, group, unit, definition, clause }
}

function measuredIn(all: ReadonlyMap<string, Measured>, { id }: Metric): Measured {
  return all.get(id) ?? { value: null, text: '' }
}
