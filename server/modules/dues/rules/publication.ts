import { sayFen } from './remittance.ts'

type Line = { readonly name: string; readonly owedFen: number; readonly paidFen: number }

/** A surname and stars: 王*, 欧阳** as 欧***. */
export function maskName(name: string): string {
  return `${name.slice(0, 1)}${'*'.repeat(Math.max(1, name.length - 1))}`
}

/** What is told to the branch: the columns that the rule names; without 姓名 nobody is named in full. */
export function publishedOf(lines: readonly Line[], wanted: readonly string[]) {
  const columns = ['姓名', ...['应交', '实交'].filter((one) => wanted.includes(one)), '情况']
  const rows = lines.map(({ name, owedFen, paidFen }) => [
    wanted.includes('姓名') ? name : maskName(name),
    ...(wanted.includes('应交') ? [sayFen(owedFen)] : []),
    ...(wanted.includes('实交') ? [sayFen(paidFen)] : []),
    stateOf(owedFen, paidFen),
  ])
  return { columns, rows }
}

function stateOf(owedFen: number, paidFen: number): string {
  if (owedFen === 0) return paidFen > 0 ? '已预交' : '不用交'
  return paidFen >= owedFen ? '已交齐' : `还差 ${sayFen(owedFen - paidFen)} 元`
}
