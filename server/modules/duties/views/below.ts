import { contract, keysOf } from '@zhixing/contract'
import { dutyLevels } from '@zhixing/contract/duty-words.ts'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import { view } from '../../../kernel/view.ts'
import { isBranch, narrowTo } from '../../organizations/index.ts'
import { sumOf } from '../steps/show.ts'
import { standingsAt } from '../catalogue/standing.ts'

/** Three levels, then one line for each organization directly below, everything below it included. */
export const below = view(
  contract.duties.below,
  async ({ db, now, reach }, { organizationId, ...asked }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const day = dayOf(now)
    const year = asked.year ?? yearOf(day)
    const all = await standingsAt(db, organization.path, { year, day })
    const levels = keysOf(dutyLevels).map((level) => ({
      level,
      ...sumOf(all.filter((one) => one.level === level)),
    }))
    const step = organization.path.split('/').length - 1
    const byChild = Map.groupBy(all, (one) => one.organization.path.split('/')[step] ?? '')
    const rows = all
      .map((one) => one.organization)
      .filter(({ path }) => path.split('/').length === step + 2)
      .map(({ id, name, kind }) => ({
        organizationId: id,
        name,
        kind,
        hasBelow: !isBranch(kind),
        ...sumOf(byChild.get(id) ?? []),
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
export const items = view(
  contract.duties.items,
  async ({ db, now, reach }, { organizationId, level, state, page, size, ...asked }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const day = dayOf(now)
    const year = asked.year ?? yearOf(day)
    const all = await standingsAt(db, organization.path, { year, day })
    const rows = all
      .filter((one) => level === undefined || one.level === level)
      .flatMap((one) =>
        one.sheets.flatMap(({ post, holder, items: some }) =>
          some
            .filter((item) => state === undefined || item.state === state)
            .map(({ template, period, state: standing }) => ({
              organizationId: one.organization.id,
              organizationName: one.organization.name,
              level: one.level,
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
        ),
      )
    const sorted = rows.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn))
    return { rows: sorted.slice((page - 1) * size, page * size), total: rows.length, year, day }
  },
)
