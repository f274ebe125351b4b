import type { Activity } from '@zhixing/kit/roll/kept.ts'

export type { Activity, Entry, Mark } from '@zhixing/kit/roll/kept.ts'

export function unmarkedIdsOf({ roll }: Activity): string[] {
  return roll
    .filter(({ standing, mark }) => standing === 'due' && mark === null)
    .map(({ memberId }) => memberId)
}

export function unmarkedOf(activity: Activity): number {
  return unmarkedIdsOf(activity).length
}

export function presentOf({ roll }: Activity): number {
  return roll.filter(({ standing, mark }) => standing === 'due' && mark === 'present').length
}

export function dueOf({ roll }: Activity): number {
  return roll.filter(({ standing }) => standing === 'due').length
}
