import { importFields } from '@zhixing/contract/import-words.ts'
import { findHeader } from '../../../kernel/sheets/index.ts'
import type { Header, SheetRow, SheetRows } from '../../../kernel/sheets/index.ts'
import { isKnownHeading, requiredFields } from '../rules/headings.ts'

const enough = 40

/** The header, the rows of data that came with it, and the rest of the file still to be read. */
export async function readHeader(
  source: SheetRows,
): Promise<{ header: Header; first: SheetRow[]; rest: SheetRows }> {
  const top: SheetRow[] = []
  while (top.length < enough) {
    const { value, done } = await source.next()
    if (done) break
    top.push(...value)
  }
  const words = requiredFields.map((field) => importFields[field])
  const header = findHeader(top, isKnownHeading, words)
  return { header, first: top.slice(header.rowsAbove), rest: source }
}
