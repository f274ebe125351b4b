export type ChartPoint = {
  label: string
  value: number
  /** What is missing to the whole, drawn dashed on top. */
  rest?: number | undefined
  /** The bar that the title speaks of. */
  stress?: boolean | undefined
}

/** What the bars and what is missing to them are called. */
export type BarWords = { unit: string; value: string; rest: string }
