import { contract } from '@zhixing/contract'
import { asc } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { kinds } from '../../activities/index.ts'
import type { MeetingKind } from '../../activities/index.ts'
import { isBranch, narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { boardOf, isBranchIn } from '../catalogue/board.ts'
import type { Branch } from '../catalogue/board.ts'
import { checksOn, closedOf } from '../catalogue/closed.ts'
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
      : await branchesIn(db, below, year)
    const rows = await judged(db, branches, { path: organization.path, year, now })
    const held = rows.filter(({ index, held: times }) => index !== null || times > 0)
    const by = (row: (typeof held)[number]) => (sort === 'index' ? row.index : row.diversity) ?? 101
    const sorted = held.toSorted((one, other) => by(one) - by(other))
    return {
      isBranch: isBranch(organization.kind),
      total: held.length,
      index: mean(held.map(({ index }) => index)),
      diversity: mean(held.map(({ diversity }) => diversity)),
      marked: held.reduce((sum, { records }) => sum + records.filter(isMarked).length, 0),
      held: held.reduce((sum, row) => sum + row.held, 0),
      rows: sorted.slice((page - 1) * size, page * size),
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

async function judged(db: Reader, branches: readonly Branch[], { path, year, now }: Standing) {
  const board = await boardOf(db, {
    path,
    branches,
    kinds,
    periodsOf: ({ frequency }: MeetingKind) => periodsOf(year, frequency.period),
    months: { from: `${year}-01`, until: `${year}-12` },
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

async function branchesIn(db: Reader, reach: Reach, year: number) {
  return db
    .select()
    .from(organizations)
    .where(isBranchIn(reach, `${year}-01-01`))
    .orderBy(asc(organizations.nameKey), asc(organizations.name))
}

function isMarked({ signs }: { readonly signs: readonly unknown[] }): boolean {
  return signs.length > 0
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return null
  return Math.round(known.reduce((sum, value) => sum + value, 0) / known.length)
}
