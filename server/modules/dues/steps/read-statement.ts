import type { Scene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict } from '../../../kernel/problem.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { findHeader, readSheet } from '../../../kernel/sheets/index.ts'
import { readFile } from '../../files/index.ts'
import { idNumberIn, matcherOf } from '../rules/match.ts'
import {
  columnsOf,
  isHeading,
  missingColumn,
  readLines,
  requiredHeadings,
  wayOf,
} from '../rules/statement.ts'
import type { Read } from '../rules/statement.ts'
import { findPayments } from '../store/entries.ts'
import { findRoll } from '../store/people.ts'

const linesMax = 5_000
/** Titles and the summary that WeChat puts above its table. */
const aboveMax = 20

type Reading = Pick<Scene, 'tx' | 'files' | 'actor' | 'vault' | 'now'>
type Where = { readonly unitId: string; readonly reach: Reach; readonly fileId: string }

export type Line = Omit<Read, 'skip'> & {
  readonly state: 'matched' | 'unmatched' | 'known' | 'skipped'
  readonly memberId: string | null
  readonly memberName: string
  readonly why: string
}

/** A statement line by line: whose money it is, or why that is not known; nothing is booked. */
export async function readStatement(scene: Reading, { unitId, reach, fileId }: Where) {
  const { tx, vault, now } = scene
  const { rows, name } = await rowsOf(scene, fileId)
  const header = findHeader(rows.slice(0, aboveMax), isHeading, requiredHeadings)
  const columns = columnsOf(header.headings)
  const missing = missingColumn(columns)
  if (missing) throw conflict('dues.columns', { 列: missing })
  const way = wayOf(header.headings)
  const read = readLines(rows.slice(header.rowsAbove), columns, way)
  const identities = read.map(({ identity }) => identity)
  const known = new Set(
    (await findPayments(tx, { unitId, identities })).map(({ identity }) => identity),
  )
  const roll = await findRoll(tx, reach, unitId)
  const match = matcherOf(
    roll.map(({ member, organizationName }) => ({
      memberId: member.id,
      name: member.name,
      organizationName,
      idIndex: member.idNumberIndex,
    })),
  )
  const today = dayOf(now)
  const lines = read.map(({ skip, ...line }): Line => {
    const nobody = { memberId: null, memberName: '' }
    if (skip !== '') return { ...line, ...nobody, state: 'skipped', why: skip }
    if (known.has(line.identity))
      return { ...line, ...nobody, state: 'known', why: '这一行以前已经入账' }
    const fault = faultOf(line, today)
    if (fault) return { ...line, ...nobody, state: 'skipped', why: fault }
    const idNumber = idNumberIn(`${line.remark} ${line.payer}`)
    const { person, why } = match({ ...line, idIndexes: idNumber ? vault.indexes(idNumber) : null })
    return person
      ? { ...line, state: 'matched', memberId: person.memberId, memberName: person.name, why }
      : { ...line, ...nobody, state: 'unmatched', why }
  })
  return { way, name, lines }
}

function faultOf({ paidOn, fen }: Read | Omit<Read, 'skip'>, today: string): string | undefined {
  if (paidOn === null) return '交易日期看不懂，应为 2026-03-05 这样的日期'
  if (paidOn > today) return '交易日期晚于今天'
  return fen === null ? '金额看不懂，应为 30.00 这样的数，到分为止' : undefined
}

async function rowsOf({ tx, files, actor }: Reading, fileId: string) {
  const { unitId, accountId } = actor
  const { path, file } = await readFile(tx, files, { unitId, fileId, accountId })
  const rows: { line: number; cells: readonly string[] }[] = []
  for await (const heap of readSheet(path)) {
    rows.push(...heap)
    if (rows.length > linesMax) throw conflict('dues.tooMany', { 上限: linesMax })
  }
  return { rows, name: file.name }
}
