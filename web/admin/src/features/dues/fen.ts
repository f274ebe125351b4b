const figures = new Intl.NumberFormat('zh-CN', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
})

/** 123450 → "1,234.50" */
export function yuan(fen: number): string {
  return figures.format(fen / 100)
}

/** What somebody typed, "30" or "30.5", in whole fen; nothing where it is no amount. */
export function fenOf(text: string | undefined): number | undefined {
  const parts = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec((text ?? '').trim())
  if (!parts) return undefined
  return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'))
}
