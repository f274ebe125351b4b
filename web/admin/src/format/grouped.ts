/** "14188.5" → "14,188.5"; what is no plain number stays as it is. */
export function grouped(text: string): string {
  return /^\d+(\.\d+)?$/.test(text) ? Number(text).toLocaleString('zh-CN') : text
}
