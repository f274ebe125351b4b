/** How long something lasts, as people say it. */
export function lengthWords(seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60))
  return `${minutes} 分钟`
}

/** A place of a recording, "27:05". */
export function placeWords(seconds: number): string {
  const whole = Math.floor(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}
