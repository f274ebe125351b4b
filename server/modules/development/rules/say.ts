/** "（24 小时）" after what took time; nothing after what did not. */
export function hoursOf(minutes: number): string {
  if (minutes === 0) return ''
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  const said = [hours > 0 ? `${hours} 小时` : '', rest > 0 ? `${rest} 分钟` : ''].filter(Boolean)
  return `（${said.join(' ')}）`
}
