import { stat } from 'node:fs/promises'
import { unreadable } from '../problem.ts'
import { fileKindOf } from './file-kind.ts'
import { megabytesOf, sheetLimits } from './limits.ts'
import type { SheetLimits } from './limits.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import type { SheetRows } from './row.ts'

export type SheetWish = {
  /** What the columns may be called; of the sheets of a workbook, the one that knows most of them is read. */
  readonly headings?: readonly string[]
  readonly limits?: SheetLimits
}

/**
 * The rows of a table in a file, .xlsx or .csv by content, as text: identifiers keep their digits, days are
 * "2020-01-31". Blank rows are left out; lines keep the numbers people see. What cannot be read is refused in words.
 */
export async function* readSheet(
  path: string,
  { headings = [], limits = sheetLimits }: SheetWish = {},
): SheetRows {
  const { size } = await stat(path)
  if (size > limits.fileBytes)
    throw unreadable('sheets.tooLarge', {
      大小: megabytesOf(size),
      上限: megabytesOf(limits.fileBytes),
    })

  yield* (await fileKindOf(path)) === 'xlsx'
    ? readXlsx(path, { headings, limits })
    : readCsv(path, limits)
}
