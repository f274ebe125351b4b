import { dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { measureAll, metricOf, scopeAt } from '../../metrics/index.ts'
import type { Block } from '../table.ts'
import type { Facts } from './facts.ts'
import { templateOf } from './index.ts'

type Subject = {
  readonly id: string
  readonly unitId: string
  readonly kind: string
  readonly path: string
  readonly name: string
}

export function periodOf(year: number): { from: Day; to: Day } {
  return { from: `${String(year)}-01-01`, to: `${String(year)}-12-31` }
}

/** The report of an organization and a year, drafted from what the numbers say today. */
export async function composeReport(
  db: Reader,
  organization: Subject,
  { year, now }: { readonly year: number; readonly now: Date },
): Promise<{ title: string; blocks: Block[] }> {
  const template = templateOf(organization)
  const period = periodOf(year)
  const scope = await scopeAt(db, { path: organization.path, ...period, now })
  const metrics = template.metrics.map((id) => {
    const metric = metricOf(id)
    if (!metric) throw new Error(`a template speaks of ${id}, which no metric measures`)
    return metric
  })
  const values = await measureAll(db, metrics, scope)

  const known = (id: string) => {
    const measured = values.get(id)
    if (!measured) throw new Error(`${template.id} asks ${id} without saying so`)
    return measured.value ?? 0
  }
  const facts: Facts = {
    organization: organization.name,
    year,
    isOver: period.to < dayOf(now),
    number: known,
    figure: (metric) => {
      known(metric)
      return { metric, ...period }
    },
  }
  return { title: template.title(facts), blocks: template.body(facts) }
}
