import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { measureAll, metricOf, spanOf } from '../../metrics/index.ts'
import type { Scope } from '../../metrics/index.ts'

/** Where and when the cockpit looks, and the scope of the whole year. */
export type Place = {
  readonly db: Reader
  readonly today: Day
  readonly year: number
  readonly organizationId: string
  readonly path: string
  readonly scope: Scope
}

type Span = { readonly from: Day; readonly to: Day }

/** Several numbers of one span, each with the question that opens its rows. */
export async function figuresIn(place: Place, ids: readonly string[], { from, to }: Span) {
  const metrics = ids.flatMap((id) => metricOf(id) ?? [])
  const measured = await measureAll(
    place.db,
    metrics,
    spanOf(place.scope, { from, to }, place.today),
  )
  return new Map(
    ids.map((metric) => [
      metric,
      {
        value: measured.get(metric)?.value ?? 0,
        text: measured.get(metric)?.text ?? '',
        opens: { metric, organizationId: place.organizationId, from, to },
      },
    ]),
  )
}

export type Figure = { readonly value: number; readonly text: string; readonly opens: Opens }
type Opens = Span & { readonly metric: string; readonly organizationId: string }

export function wholeYear(year: number): Span {
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}
