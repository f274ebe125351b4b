/** A column to be written; `width` in Chinese characters, roughly. */
export type SheetColumn = { readonly heading: string; readonly width: number }

/** Text stays text, whatever it looks like; numbers can be summed. */
export type Cell = string | number | null

/** Rows come in heaps, so that waiting is paid per heap. */
export type CellRows = AsyncIterable<readonly (readonly Cell[])[]>
