/** One row of a table as text, with the line people see beside it. */
export type SheetRow = {
  readonly line: number
  readonly cells: readonly string[]
  /** Columns kept as a number too long for a number: the last digits are lost. Left out when there are none. */
  readonly imprecise?: readonly number[]
}

/** Rows come in heaps, because waiting for every single one costs more than reading it. */
export type SheetRows = AsyncGenerator<readonly SheetRow[]>

export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '')
}
