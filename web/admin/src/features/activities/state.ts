import type { EntryOf, Output } from '@zhixing/contract'

export type Activity = Output<EntryOf<'activities.show'>>
export type Entry = Activity['roll'][number]
export type Mark = NonNullable<Entry['mark']>
export type AgendaItem = Activity['agenda'][number]
export type Kind = Activity['kind']

export function keyOf({ unitId, activityId }: Activity) {
  return { unitId, activityId }
}
