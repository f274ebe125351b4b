const most = 10_000

/** "2-5, 9" means lines 2, 3, 4, 5 and 9; anything that is no such list means nothing. */
export function linesFrom(text: string): number[] {
  const parts = text
    .normalize('NFKC')
    .split(/[\s,、，;]+/)
    .filter(Boolean)
  const lines = parts.flatMap((part) => {
    const [, from = '', to = from] = /^(\d+)(?:[-~至](\d+))?$/.exec(part) ?? []
    const [first, last] = [Number(from), Number(to)]
    if (from === '' || first < 1 || last < first || last - first >= most) return [Number.NaN]
    return Array.from({ length: last - first + 1 }, (_, at) => first + at)
  })
  return lines.some(Number.isNaN) || lines.length > most ? [] : [...new Set(lines)]
}
