/** How much of a table is taken in; a test may narrow them. */
export type SheetLimits = {
  readonly fileBytes: number
  readonly rows: number
  readonly columns: number
  readonly cellCharacters: number
  /** A workbook is a zip archive: its parts, and what they may grow to. */
  readonly entries: number
  readonly entryBytes: number
  /** Parts that are kept in memory whole: shared strings, styles, the table of contents. */
  readonly keptBytes: number
  /** Up to this size a worksheet is looked through for cells that were merged downwards. */
  readonly spannedBytes: number
  /** Times a part may grow, once it is larger than `ratioFromBytes`. */
  readonly ratio: number
  readonly ratioFromBytes: number
}

const megabyte = 1024 * 1024

export const sheetLimits: SheetLimits = {
  fileBytes: 50 * megabyte,
  rows: 200_000,
  columns: 256,
  // What Excel itself allows.
  cellCharacters: 32_767,
  entries: 2_000,
  entryBytes: 600 * megabyte,
  keptBytes: 128 * megabyte,
  spannedBytes: 32 * megabyte,
  ratio: 200,
  ratioFromBytes: 32 * megabyte,
}

export function megabytesOf(bytes: number): number {
  return Math.ceil(bytes / megabyte)
}
