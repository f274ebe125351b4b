import { contract } from '@zhixing/contract'
import type { Reader } from '../../../kernel/db.ts'
import { kinds } from '../../activities/index.ts'
import type { MeetingKind } from '../../activities/index.ts'
import { isBranch, narrowTo } from '../../organizations/index.ts'
import { overview } from '../../overviews/index.ts'
import { appraisedOf } from '../catalogue/appraised.ts'
import { boardOf, cellState } from '../catalogue/board.ts'
import { branchesIn } from '../catalogue/owing.ts'
import type { Branch } from '../catalogue/owing.ts'
import { portionsOf, statesOf } from '../catalogue/states.ts'
import { keptOf, periodTallies } from '../rules/frequency.ts'
import { periodsOf } from '../rules/periods.ts'

/** A branch shows all its kinds; a committee shows one kind over all its branches. */
export const showFrequency = overview(
  contract.meetings.frequency,
  async ({ db, now, reach }, { organizationId, year, kind, onlyMissing, page, size }) => {
    const narrowed = await narrowTo(db, reach, organizationId)
    const { organization } = narrowed
    const isOwn = isBranch(organization.kind)
    const branches = isOwn ? [organization] : await branchesIn(db, narrowed.reach, `${year}-01-01`)
    const asked = isOwn ? kinds : kinds.filter(({ key }) => key === kind)
    const hasRounds = isOwn || kind === 'appraisal'
    const scope = { path: organization.path, year, kinds: asked, hasRounds, now }
    const { lines, periods } = await summed(db, branches, scope)
    const shown = onlyMissing ? lines.filter(({ lacking }) => lacking > 0) : lines
    const sum = (of: (line: Counted) => number) => lines.reduce((all, line) => all + of(line), 0)
    return {
      isBranch: isOwn,
      kept: sum((line) => line.kept),
      over: sum((line) => line.over),
      lacking: lines.filter(({ lacking }) => lacking > 0).length,
      periods: isOwn ? [] : periods,
      total: shown.length,
      rows: await detailed(db, shown.slice((page - 1) * size, page * size), scope),
    }
  },
)

type Scope = {
  readonly path: string
  readonly year: number
  readonly kinds: readonly MeetingKind[]
  readonly hasRounds: boolean
  readonly now: Date
}

type Line = { readonly branch: Branch; readonly key: string }
type Counted = Line & ReturnType<typeof keptOf>

/** What each line comes to, in the order of the page; the cells themselves are counted and let go. */
async function summed(db: Reader, branches: readonly Branch[], scope: Scope) {
  const tallies = periodTallies()
  const lines: Counted[] = []
  for (const portion of portionsOf(branches)) {
    const part = { ...scope, branches: portion, periodsOf: periodsIn(scope) }
    const byId = new Map(portion.map((branch) => [branch.id, branch]))
    const rows = [
      ...(await statesOf(db, part)),
      ...(scope.hasRounds ? await appraisedOf(db, part) : []),
    ]
    for (const { organizationId, cells, needed, ...row } of rows) {
      const branch = byId.get(organizationId)
      if (!branch || (needed === 0 && cells.every(({ held }) => held === 0))) continue
      tallies.add(cells)
      lines.push({ branch, key: keyOf({ organizationId, ...row }), ...keptOf(cells) })
    }
  }
  const place = new Map(branches.map(({ id }, at) => [id, at]))
  const placeOf = ({ branch }: Counted) => place.get(branch.id) ?? 0
  return {
    lines: lines.toSorted((one, other) => placeOf(one) - placeOf(other)),
    periods: tallies.over(),
  }
}

/** The lines of a page with all that is said of each meeting. */
async function detailed(db: Reader, lines: readonly Line[], scope: Scope) {
  const { year } = scope
  const branches = [...new Set(lines.map(({ branch }) => branch))]
  const months = { from: `${year}-01`, until: `${year}-12` }
  const meetings = await boardOf(db, { ...scope, branches, periodsOf: periodsIn(scope), months })
  const rows = [
    ...meetings.map((row) => ({ ...row, cells: row.cells.map(withoutRound) })),
    ...(scope.hasRounds ? await appraisedOf(db, { ...scope, branches }) : []),
  ]
  const byKey = new Map(rows.map((row) => [keyOf(row), row]))
  return lines.flatMap(({ key }) => {
    const row = byKey.get(key)
    return row ? [{ ...row, ...keptOf(row.cells) }] : []
  })
}

function periodsIn({ year }: Scope) {
  return ({ frequency }: MeetingKind) => periodsOf(year, frequency.period)
}

type Named = {
  readonly organizationId: string
  readonly kind: string
  readonly groupId: string | null
}

function keyOf({ organizationId, kind, groupId }: Named): string {
  return `${organizationId} ${kind} ${groupId ?? ''}`
}

function withoutRound(cell: Parameters<typeof cellState>[0]) {
  return { ...cellState(cell), round: null }
}
