import { contract, keysOf } from '@zhixing/contract'
import { dutyLevels } from '@zhixing/contract/duty-words.ts'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import { isBranch, narrowTo } from '../../organizations/index.ts'
import { overview } from '../../overviews/index.ts'
import { standingsBelow } from '../catalogue/standing.ts'
import type { Standing } from '../catalogue/standing.ts'
import { add, nothing } from '../rules/counts.ts'
import type { Counts } from '../rules/counts.ts'
import type { State } from '../rules/periods.ts'
import { countOf } from '../steps/show.ts'

/** Three levels, then one line for each organization directly below, everything below it included. */
export const below = overview(
  contract.duties.below,
  async ({ db, now, reach }, { organizationId, ...asked }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const { path } = organization
    const day = dayOf(now)
    const year = asked.year ?? yearOf(day)
    const step = path.split('/').length - 1
    const byLevel = new Map<string, Counts>()
    const byChild = new Map<string, Counts>()
    const children = []
    for await (const standings of standingsBelow(db, { path }, { year, day }))
      for (const one of standings) {
        const way = one.organization.path.split('/')
        const counts = countOf(one)
        addTo(byLevel, one.level, counts)
        addTo(byChild, way[step] ?? '', counts)
        if (way.length === step + 2) children.push(one.organization)
      }
    const levels = keysOf(dutyLevels).map((level) => ({
      level,
      ...(byLevel.get(level) ?? nothing),
    }))
    const rows = children.map(({ id, name, kind }) => ({
      organizationId: id,
      name,
      kind,
      hasBelow: !isBranch(kind),
      ...(byChild.get(id) ?? nothing),
    }))
    return {
      organizationName: organization.name,
      year,
      day,
      levels,
      rows: rows.toSorted(worstFirst),
    }
  },
)

type Row = { readonly overdue: number; readonly unsigned: number; readonly items: number }

function worstFirst(one: Row, other: Row): number {
  return other.overdue - one.overdue || other.unsigned - one.unsigned || other.items - one.items
}

/** The duties behind the numbers, one line each: what wants attention first, the oldest of it on top. */
export const items = overview(
  contract.duties.items,
  async ({ db, now, reach }, { organizationId, level, state, page, size, ...asked }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const { path } = organization
    const day = dayOf(now)
    const year = asked.year ?? yearOf(day)
    const asking = { level, state }
    const most = page * size
    let first: ReturnType<typeof itemsOf> = []
    let total = 0
    for await (const standings of standingsBelow(db, { path }, { year, day })) {
      const some = standings.flatMap((one) => itemsOf(one, asking))
      total += some.length
      first = [...first, ...some].toSorted(oldestFirst).slice(0, most)
    }
    return { rows: first.slice(most - size), total, year, day }
  },
)

type Asked = {
  readonly level: Standing['level'] | undefined
  readonly state: State | undefined
}

function itemsOf({ organization, level: at, sheets }: Standing, { level, state }: Asked) {
  if (level !== undefined && level !== at) return []
  return sheets.flatMap(({ post, holder, items: some }) =>
    some
      .filter((item) => state === undefined || item.state === state)
      .map(({ template, period, state: standing }) => ({
        organizationId: organization.id,
        organizationName: organization.name,
        level: at,
        post,
        holderName: holder?.name ?? '',
        templateId: template.id,
        title: template.title,
        clause: template.clause,
        needsEvidence: template.needsEvidence,
        period: period.key,
        periodLabel: period.label,
        dueOn: period.dueOn,
        state: standing,
      })),
  )
}

type Dated = { readonly dueOn: string }

function oldestFirst(one: Dated, other: Dated): number {
  return one.dueOn.localeCompare(other.dueOn)
}

function addTo(sums: Map<string, Counts>, key: string, counts: Counts): void {
  sums.set(key, add(sums.get(key) ?? nothing, counts))
}
