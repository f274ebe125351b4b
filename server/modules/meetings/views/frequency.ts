import { contract } from '@zhixing/contract'
import { asc } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { kinds } from '../../activities/index.ts'
import type { MeetingKind } from '../../activities/index.ts'
import { isBranch, narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { keptOf, periodTallies } from '../rules/frequency.ts'
import { periodsOf } from '../rules/periods.ts'
import { appraisedOf } from '../catalogue/appraised.ts'
import { boardOf, cellState, isBranchIn } from '../catalogue/board.ts'
import { overview } from '../../overviews/index.ts'

/** A branch shows all its kinds; a committee shows one kind over all its branches. */
export const showFrequency = overview(
  contract.meetings.frequency,
  async ({ db, now, reach }, { organizationId, year, kind, onlyMissing, page, size }) => {
    const narrowed = await narrowTo(db, reach, organizationId)
    const { organization } = narrowed
    const isOwn = isBranch(organization.kind)
    const branches = isOwn ? [organization] : await branchesOf(db, narrowed.reach, year)
    const { path } = organization
    const meetings = await boardOf(db, {
      path,
      branches,
      kinds: isOwn ? kinds : kinds.filter(({ key }) => key === kind),
      periodsOf: ({ frequency }: MeetingKind) => periodsOf(year, frequency.period),
      months: { from: `${year}-01`, until: `${year}-12` },
      now,
    })
    const hasRounds = isOwn || kind === 'appraisal'
    const rows = [
      ...meetings.map((row) => ({ ...row, cells: row.cells.map(withoutRound) })),
      ...(hasRounds ? await appraisedOf(db, { path, branches, year, now }) : []),
    ]
    const board = rows
      .filter(({ needed, cells }) => needed > 0 || cells.some(({ held }) => held > 0))
      .map((row) => ({ ...row, ...keptOf(row.cells) }))
    const shown = onlyMissing ? board.filter(({ lacking }) => lacking > 0) : board
    const sum = (of: (row: (typeof board)[number]) => number) =>
      board.reduce((all, row) => all + of(row), 0)
    return {
      isBranch: isOwn,
      kept: sum((row) => row.kept),
      over: sum((row) => row.over),
      lacking: board.filter(({ lacking }) => lacking > 0).length,
      periods: isOwn ? [] : periodTallies(board.map(({ cells }) => cells)),
      total: shown.length,
      rows: shown.slice((page - 1) * size, page * size),
    }
  },
)

function withoutRound(cell: Parameters<typeof cellState>[0]) {
  return { ...cellState(cell), round: null }
}

async function branchesOf(db: Reader, reach: Reach, year: number) {
  return db
    .select()
    .from(organizations)
    .where(isBranchIn(reach, `${year}-01-01`))
    .orderBy(asc(organizations.nameKey), asc(organizations.name))
}
