import type { Person } from './home.ts'

export type Dot = { row: Person; level: number }

/** People with nearly the same hours stand on each other's shoulders. */
export function stackDots(rows: Person[], roomOfDot: number): Dot[] {
  const lastOnLevel: number[] = []
  return rows
    .toSorted((one, other) => one.doneMinutes - other.doneMinutes)
    .map((row) => {
      const free = lastOnLevel.findIndex((last) => row.doneMinutes - last >= roomOfDot)
      const level = free < 0 ? lastOnLevel.length : free
      lastOnLevel[level] = row.doneMinutes
      return { row, level }
    })
}
