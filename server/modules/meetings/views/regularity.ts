import { contract } from '@zhixing/contract'
import type { Reader } from '../../../kernel/db.ts'
import { view } from '../../../kernel/view.ts'
import { kinds } from '../../activities/index.ts'
import type { MeetingKind } from '../../activities/index.ts'
import { isBranch, narrowTo } from '../../organizations/index.ts'
import { checksOn, closedOf } from '../catalogue/closed.ts'
import { branchesIn } from '../catalogue/owing.ts'
import type { Branch } from '../catalogue/owing.ts'
import { portionsOf, statesOf } from '../catalogue/states.ts'
import { keptOf } from '../rules/frequency.ts'
import { periodsOf } from '../rules/periods.ts'
import { diversityOf, judge, regularityOf } from '../rules/regularity.ts'
import { overview } from '../../overviews/index.ts'

type Standing = { readonly path: string; readonly year: number; readonly now: Date }

/** Branch by branch: kept in time or written up for whoever looks, and always the same way or not. */
export const showRegularity = overview(
  contract.meetings.regularity,
  async ({ db, now, reach }, { organizationId, year, sort, page, size }) => {
    const { organization, reach: below } = await narrowTo(db, reach, organizationId)
    const branches = isBranch(organization.kind)
      ? [organization]
      : await branchesIn(db, below, `${year}-01-01`)
    const standing = { path: organization.path, year, now }
    const held = await figuresOf(db, branches, standing)
    const by = (row: (typeof held)[number]) => (sort === 'index' ? row.index : row.diversity) ?? 101
    const sorted = held.toSorted((one, other) => by(one) - by(other))
    return {
      isBranch: isBranch(organization.kind),
      total: held.length,
      index: mean(held.map(({ index }) => index)),
      diversity: mean(held.map(({ diversity }) => diversity)),
      marked: held.reduce((sum, row) => sum + row.marked, 0),
      held: held.reduce((sum, row) => sum + row.held, 0),
      rows: await judged(
        db,
        sorted.slice((page - 1) * size, page * size).map(({ branch }) => branch),
        standing,
      ),
    }
  },
)

/** The records behind a branch's figure, those with a remark first. */
export const listRegularity = view(
  contract.meetings.regularityRows,
  async ({ db, now, reach }, { organizationId, year, page, size }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const [row] = await judged(db, [organization], { path: organization.path, year, now })
    const records = (row?.records ?? []).toSorted(
      (one, other) => other.signs.length - one.signs.length,
    )
    return {
      total: records.length,
      rows: records.slice((page - 1) * size, page * size).map((record) => ({
        ...record,
        startsAt: record.startsAt.toISOString(),
        createdAt: record.createdAt.toISOString(),
        closedAt: record.closedAt.toISOString(),
        remarks: [...record.remarks],
      })),
    }
  },
)

type Figures = Pick<Judged, 'index' | 'diversity' | 'held'> & {
  readonly branch: Branch
  readonly marked: number
}
type Judged = Awaited<ReturnType<typeof judged>>[number]

/** The few figures of each branch that has any, in the order of the branches; its records are judged and let go. */
async function figuresOf(db: Reader, branches: readonly Branch[], standing: Standing) {
  const figures: Figures[] = []
  for (const portion of portionsOf(branches)) {
    const byId = new Map(portion.map((branch) => [branch.id, branch]))
    for (const row of await judged(db, portion, standing)) {
      const { organizationId, index, diversity, held, records } = row
      const branch = byId.get(organizationId)
      const marked = records.filter(isMarked).length
      if (branch && (index !== null || held > 0))
        figures.push({ branch, index, diversity, held, marked })
    }
  }
  const place = new Map(branches.map(({ id }, at) => [id, at]))
  const placeOf = ({ branch }: Figures) => place.get(branch.id) ?? 0
  return figures.toSorted((one, other) => placeOf(one) - placeOf(other))
}

async function judged(db: Reader, branches: readonly Branch[], { path, year, now }: Standing) {
  const board = await statesOf(db, {
    path,
    branches,
    kinds,
    periodsOf: ({ frequency }: MeetingKind) => periodsOf(year, frequency.period),
    now,
  })
  const cells = Map.groupBy(board, ({ organizationId }) => organizationId)
  const closed = await closedOf(
    db,
    branches.map(({ id }) => id),
    year,
  )
  const campaigns = await checksOn(db, path, year)
  return branches.map((branch) => {
    const checks = campaigns.flatMap((one) => (branch.path.startsWith(one.path) ? one.checks : []))
    const records = judge(closed.get(branch.id) ?? [], checks)
    const { kept, over } = keptOf((cells.get(branch.id) ?? []).flatMap((row) => row.cells))
    return {
      organizationId: branch.id,
      organizationName: branch.name,
      held: records.length,
      kept,
      over,
      ...regularityOf(records, { kept, over }),
      ...diversityOf(records),
      records,
    }
  })
}

function isMarked({ signs }: { readonly signs: readonly unknown[] }): boolean {
  return signs.length > 0
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return null
  return Math.round(known.reduce((sum, value) => sum + value, 0) / known.length)
}
