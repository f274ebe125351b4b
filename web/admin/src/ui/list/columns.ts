import type { ReactNode } from 'react'

export type Column<Row> = {
  key: string
  title: string
  /** What stands at the head instead of the title, as a scale. */
  head?: ReactNode
  /** A track of the grid: "6rem", "minmax(8rem, 1fr)". */
  width: string
  cell: (row: Row) => ReactNode
  /** The same in plain text, for the export. */
  text?: (row: Row) => string
  /** Figures stand to the right. */
  number?: boolean
  /** Kept on a narrow screen. */
  narrow?: boolean
  /** The first to make room where there is little, as in large type. */
  spare?: boolean
  /** Left out until somebody asks for it. */
  rare?: boolean
}

/** The choice stays on this device, list by list; the first column always stays. */
export function hiddenColumns<Row>(list: string, all: Column<Row>[]): string[] {
  const kept = localStorage.getItem(keyOf(list))
  if (kept !== null) return kept.split(',').filter(Boolean)
  return all.filter(({ rare }) => rare).map(({ key }) => key)
}

export function hideColumns(list: string, keys: string[]): void {
  localStorage.setItem(keyOf(list), keys.join())
}

function keyOf(list: string): string {
  return `columns:${list}`
}
