import { quotaCohorts } from '@zhixing/contract/plan-words.ts'

export type QuotaCohort = keyof typeof quotaCohorts
export type Cell = {
  readonly organizationId: string
  readonly cohort: QuotaCohort
  readonly persons: number
}
export type Total = Omit<Cell, 'organizationId'>
export type Organization = { readonly id: string; readonly name: string }
type Refusal = { readonly reason: Reason; readonly words: Record<string, string | number> }
type Reason =
  | 'plans.quotaOrganization'
  | 'plans.quotaTwice'
  | 'plans.quotaSum'
  | `plans.sheet${'Head' | 'Row' | 'Cell' | 'RowSum' | 'ColumnSum' | 'Total' | 'Twice'}`

/** Every column has to come to its total; the first that does not is named with the difference. */
export function refuseQuotas(
  cells: readonly Cell[],
  totals: readonly Total[],
  { organizations, owner }: { organizations: readonly Organization[]; owner: string },
): Refusal | undefined {
  const nameOf = new Map(organizations.map(({ id, name }) => [id, name]))
  if (cells.some(({ organizationId }) => !nameOf.has(organizationId)))
    return { reason: 'plans.quotaOrganization', words: { 名称: owner } }
  const keys = cells.map(({ organizationId, cohort }) => `${organizationId} ${cohort}`)
  const twice = cells.find((_, at) => keys.indexOf(keys[at] ?? '') < at)
  if (twice) {
    const words = { 组织: nameOf.get(twice.organizationId) ?? '', 类别: quotaCohorts[twice.cohort] }
    return { reason: 'plans.quotaTwice', words }
  }
  const columns = new Set([...totals, ...cells].map(({ cohort }) => cohort))
  for (const cohort of columns) {
    const sum = sumOf(cells.filter((cell) => cell.cohort === cohort))
    const total = sumOf(totals.filter((one) => one.cohort === cohort))
    if (sum === total) continue
    const more = sum > total ? `多分了 ${sum - total} 人` : `少分了 ${total - sum} 人`
    const words = { 类别: quotaCohorts[cohort], 合计: sum, 总数: total, 差: more }
    return { reason: 'plans.quotaSum', words }
  }
  return undefined
}

export function sumOf(list: readonly { readonly persons: number }[]): number {
  return list.reduce((all, { persons }) => all + persons, 0)
}

export type Sheet = { readonly cells: readonly Cell[]; readonly totals: readonly Total[] }
type Owner = { readonly organizations: readonly Organization[]; readonly owner: string }
type Line = { readonly number: number; readonly cells: readonly string[] }

const sumWords = new Set(['合计', '总计', '小计', '合计（人）'])

/** A sheet as Excel copies it, lines and tabs; row and column sums have to be right. */
export function readSheet(text: string, owner: Owner): Sheet | Refusal {
  const lines = text
    .split(/\r?\n/)
    .map((line, at): Line => ({ number: at + 1, cells: line.split('\t').map(plain) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [head, ...rows] = lines
  const columns = readHead(head)
  if (!Array.isArray(columns)) return columns

  const cells: Cell[] = []
  const seen = new Set<string>()
  let last: Line | undefined
  for (const row of rows) {
    if (sumWords.has(row.cells[0] ?? '')) {
      last = row
      break
    }
    const found = readRow(row, columns, owner)
    if (!Array.isArray(found)) return found
    const [first] = found
    if (first && seen.has(first.organizationId))
      return { reason: 'plans.sheetTwice', words: { 行: row.number, 组织: row.cells[0] ?? '' } }
    if (first) seen.add(first.organizationId)
    cells.push(...found)
  }
  if (!last) return { reason: 'plans.sheetTotal', words: {} }
  return withTotals(cells, columns, last)
}

type Column = QuotaCohort | 'sum'

function readHead(head: Line | undefined): Column[] | Refusal {
  const known = Object.values(quotaCohorts).join('、')
  const columns: Column[] = []
  for (const name of head?.cells.slice(1) ?? []) {
    const cohort = cohortOf(name)
    if (cohort) columns.push(cohort)
    else if (sumWords.has(name)) columns.push('sum')
    else return { reason: 'plans.sheetHead', words: { 类别: known, 内容: name } }
  }
  if (columns.some((column) => column !== 'sum')) return columns
  return { reason: 'plans.sheetHead', words: { 类别: known, 内容: head?.cells.join(' ') ?? '' } }
}

function cohortOf(name: string): QuotaCohort | undefined {
  return cohortKeys.find((key) => quotaCohorts[key] === name)
}

// A table of words has no other keys than its own.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
const cohortKeys = Object.keys(quotaCohorts) as QuotaCohort[]

function readRow(
  { number, cells: [name = '', ...values] }: Line,
  columns: readonly Column[],
  { organizations, owner }: Owner,
): Cell[] | Refusal {
  const organization = organizations.find((one) => plain(one.name) === name)
  if (!organization)
    return { reason: 'plans.sheetRow', words: { 行: number, 组织: name, 名称: owner } }
  const cells: Cell[] = []
  let written: number | undefined
  for (const [at, column] of columns.entries()) {
    const persons = numberOf(values[at] ?? '')
    if (persons === undefined) {
      const words = { 行: number, 组织: name, 列: columnName(column), 内容: values[at] ?? '' }
      return { reason: 'plans.sheetCell', words }
    }
    if (column === 'sum') written = persons
    else cells.push({ organizationId: organization.id, cohort: column, persons })
  }
  const sum = sumOf(cells)
  if (written !== undefined && written !== sum) {
    const words = { 行: number, 组织: name, 合计: sum, 写的: written }
    return { reason: 'plans.sheetRowSum', words }
  }
  return cells
}

function withTotals(
  cells: readonly Cell[],
  columns: readonly Column[],
  { number, cells: [name = '', ...values] }: Line,
): Sheet | Refusal {
  const totals: Total[] = []
  for (const [at, column] of columns.entries()) {
    const written = numberOf(values[at] ?? '')
    if (written === undefined) {
      const words = { 行: number, 组织: name, 列: columnName(column), 内容: values[at] ?? '' }
      return { reason: 'plans.sheetCell', words }
    }
    const own = column === 'sum' ? cells : cells.filter(({ cohort }) => cohort === column)
    const sum = sumOf(own)
    if (sum !== written) {
      const words = { 列: columnName(column), 合计: sum, 行: number, 写的: written }
      return { reason: 'plans.sheetColumnSum', words }
    }
    if (column !== 'sum') totals.push({ cohort: column, persons: written })
  }
  return { cells, totals }
}

function columnName(column: Column): string {
  return column === 'sum' ? '合计' : quotaCohorts[column]
}

/** An empty cell is nobody. */
function numberOf(text: string): number | undefined {
  const bare = text.replace(/[,，\s人]/g, '')
  if (bare === '') return 0
  return /^\d{1,6}$/.test(bare) ? Number(bare) : undefined
}

function plain(text: string): string {
  return text.replace(/[\s\u3000"]/g, '')
}
