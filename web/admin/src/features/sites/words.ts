/** "2026-05" → "2026年5月". */
export function monthWord(month: string): string {
  return `${month.slice(0, 4)}年${String(Number(month.slice(5)))}月`
}

export function shareWord({
  part,
  of,
  percent,
}: {
  part: number
  of: number
  percent: number | null
}) {
  return percent === null ? '还没有' : `${String(percent)}%（${String(part)}/${String(of)}）`
}
