import type { Day } from '../../../kernel/calendar.ts'

/** How banks and WeChat call what we look for, as `headingOf` leaves it: no blanks, no colons. */
const headings = {
  day: ['交易时间', '交易日期', '记账日期', '入账日期', '日期', '交易日'],
  amount: ['金额(元)', '收入金额', '贷方发生额', '贷方金额', '交易金额', '金额', '收入'],
  payer: ['交易对方', '对方户名', '付款人', '付款人名称', '对方名称', '户名'],
  remark: ['备注', '附言', '摘要', '用途', '商品', '交易附言'],
  direction: ['收/支', '收支', '借贷标志', '借贷方向'],
  serial: ['交易单号', '交易流水号', '流水号', '交易序号', '凭证号'],
  state: ['当前状态', '交易状态'],
} as const

type Field = keyof typeof headings
type Columns = Readonly<Record<Field, readonly number[]>>

const known: ReadonlySet<string> = new Set(Object.values(headings).flat())

export const requiredHeadings = ['交易日期', '金额']

export function isHeading(heading: string): boolean {
  return known.has(heading)
}

/** Where each field stands; remarks may stand in several columns, of the others the first word we know counts. */
export function columnsOf(found: readonly string[]): Columns {
  const of = (field: Field): readonly number[] => {
    const at = headings[field].map((name) => found.indexOf(name)).filter((column) => column >= 0)
    return field === 'remark' ? at : at.slice(0, 1)
  }
  return {
    day: of('day'),
    amount: of('amount'),
    payer: of('payer'),
    remark: of('remark'),
    direction: of('direction'),
    serial: of('serial'),
    state: of('state'),
  }
}

/** What a statement must have and this one has not, in its own words. */
export function missingColumn({ day, amount }: Columns): string | undefined {
  if (day.length === 0) return '交易日期'
  return amount.length === 0 ? '金额' : undefined
}

export function wayOf(found: readonly string[]): 'wechat' | 'bank' {
  return found.includes('交易单号') && found.includes('收/支') ? 'wechat' : 'bank'
}

export type Read = {
  readonly line: number
  readonly paidOn: Day | null
  readonly fen: number | null
  readonly payer: string
  readonly remark: string
  readonly identity: string
  /** Why it is no money that came in; empty where it is. */
  readonly skip: string
}

type Row = { readonly line: number; readonly cells: readonly string[] }

/**
 * The lines, each with what makes it itself: its serial number, or all it says and how many like it stand before it.
 * So the same statement has the same lines whenever it comes, and two equal payments of one day stay two.
 */
export function readLines(rows: readonly Row[], columns: Columns, way: string): Read[] {
  const seen = new Map<string, number>()
  const numbered = new Map<string, number>()
  return rows.map(({ line, cells }) => {
    const cell = (field: Field) =>
      columns[field]
        .map((at) => tidy(cells[at]))
        .filter(Boolean)
        .join(' ')
    const [when, amount, serial] = [cell('day'), cell('amount'), cell('serial')]
    const [payer, remark] = [cell('payer'), cell('remark')]
    const said = [when, amount, payer, remark].join('|')
    const before = seen.get(said) ?? 0
    if (serial === '') seen.set(said, before + 1)
    const fen = fenOf(amount)
    const fault = skipOf({ fen, amount, direction: cell('direction'), state: cell('state') })
    const first = serial === '' || fault ? undefined : numbered.get(serial)
    if (!fault && first === undefined) numbered.set(serial, line)
    return {
      line,
      paidOn: dayIn(when),
      fen,
      payer,
      remark,
      identity: `${way}:${serial === '' ? `${said}|${String(before)}` : serial}`,
      // Two lines with one number cannot be told apart the next time: whoever brings them decides about the second.
      skip:
        first === undefined
          ? fault
          : `流水号和第 ${String(first)} 行相同，没有入账；确是另一笔的，请单独登记`,
    }
  })
}

function skipOf(one: { fen: number | null; amount: string; direction: string; state: string }) {
  if (/支|借|D/.test(one.direction) && !/收|贷/.test(one.direction)) return '支出，不是收款'
  if (/退款|失败|关闭|撤销/.test(one.state)) return `状态是“${one.state}”`
  if (one.amount === '' || one.fen === 0) return '没有收款金额'
  return one.fen !== null && one.fen < 0 ? '金额是负数，不是收款' : ''
}

/** "¥1,234.5", "30.00元" → fen; nothing where it is no amount, or finer than a fen. */
export function fenOf(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[¥￥元,\s+]/g, '')
  const parts = /^(-?)(\d{1,9})(?:\.(\d{1,2})0*)?$/.exec(plain)
  if (!parts) return null
  const [, sign, yuan = '0', rest = ''] = parts
  const fen = Number(yuan) * 100 + Number(rest.padEnd(2, '0'))
  return sign === '-' ? -fen : fen
}

/** "2026-03-05 10:11", "20260305", "2026/3/5", "2026年3月5日" → the day; nothing where it is none. */
export function dayIn(text: string): Day | null {
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})/.exec(text)
  if (!parts) return null
  const [year = '', month = '', date = ''] = parts.slice(1)
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const moment = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(moment) || new Date(moment).toISOString().slice(0, 10) !== day ? null : day
}

/** Neither line breaks nor the lone slash that stands for nothing. */
function tidy(cell = ''): string {
  const text = cell.replace(/\s+/g, ' ').trim()
  return text === '/' || text === '-' ? '' : text
}
