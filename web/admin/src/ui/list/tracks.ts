import type { CSSProperties } from 'react'
import type { Column } from './columns.ts'

type Tracks = CSSProperties & Record<`--${string}`, string>

/**
 * The grid of a list. On the desk no column gets narrower than it was declared: the list moves sideways rather than
 * cut. On a narrow screen the columns that stay share what there is.
 */
export function tracksOf<Row>(columns: Column<Row>[]): Tracks {
  const narrow = columns.filter((column) => column.narrow)
  const needed = columns.filter((column) => !column.spare)
  return {
    '--tracks': widthsOf(columns),
    '--least': sumOf(columns),
    '--needed-tracks': widthsOf(needed),
    '--needed-least': sumOf(needed),
    '--narrow-tracks': narrow.map(({ width }) => `minmax(0, ${leastOf(width)}fr)`).join(' '),
  }
}

function widthsOf<Row>(columns: Column<Row>[]): string {
  return columns.map(({ width }) => width).join(' ')
}

function sumOf<Row>(columns: Column<Row>[]): string {
  const gaps = `var(--step) * ${2 * (columns.length - 1)}`
  return `calc(${columns.map(({ width }) => `${leastOf(width)}rem`).join(' + ')} + ${gaps})`
}

/** "6rem" → 6, "minmax(8rem, 1fr)" → 8; what names no length gets the room of a short name. */
function leastOf(width: string): number {
  return Number(/([\d.]+)rem/.exec(width)?.[1] ?? 8)
}
