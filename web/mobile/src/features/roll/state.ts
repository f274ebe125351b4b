import type { EntryOf, Output } from '@zhixing/contract'

export type Activity = Output<EntryOf<'activities.show'>>
export type Entry = Activity['roll'][number]
export type Mark = NonNullable<Entry['mark']>

export function unmarkedOf({ roll }: Activity): number {
  return roll.filter(({ standing, mark }) => standing === 'due' && mark === null).length
}

export function presentOf({ roll }: Activity): number {
  return roll.filter(({ standing, mark }) => standing === 'due' && mark === 'present').length
}

export function dueOf({ roll }: Activity): number {
  return roll.filter(({ standing }) => standing === 'due').length
}
