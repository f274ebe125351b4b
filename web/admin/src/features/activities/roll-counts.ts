import type { Activity } from './state.ts'

/** Who is excused by article 23 and who is a guest do not count: the denominator is the lawful one. */
export function rollCounts({ roll }: Pick<Activity, 'roll'>) {
  const counts = { due: 0, unmarked: 0, present: 0, excused: 0, absent: 0, exempt: 0, guest: 0 }
  for (const { standing, mark } of roll) {
    if (standing !== 'due') counts[standing] += 1
    else {
      counts.due += 1
      counts[mark ?? 'unmarked'] += 1
    }
  }
  return counts
}
