const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** "2026-09-25T01:00:00.000Z" → "2026-09-25", the day in Shanghai wherever the reader is. */
export function dayOf(iso: string): string {
  return parts.format(new Date(iso)).slice(0, 10)
}

/** … → "09:00" */
export function timeOf(iso: string): string {
  return parts.format(new Date(iso)).slice(11)
}

/** The other way round. */
export function momentAt(day: string, time: string): string {
  return new Date(`${day}T${time}:00+08:00`).toISOString()
}

export function addMinutes(iso: string, minutes: number): string {
  return new Date(Date.parse(iso) + minutes * 60_000).toISOString()
}

export function isAhead(iso: string): boolean {
  return Date.parse(iso) > Date.now()
}

/** "HH:MM" of this minute. */
export function thisTime(): string {
  return timeOf(new Date().toISOString())
}

export function thisDay(): string {
  return dayOf(new Date().toISOString())
}
