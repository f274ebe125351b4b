import type { EntryOf, Output } from '@zhixing/contract'

export type Plan = Output<EntryOf<'plans.show'>>
export type Item = Plan['items'][number]
