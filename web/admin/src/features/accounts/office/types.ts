import type { EntryOf, Output } from '@zhixing/contract'

export type List = Output<EntryOf<'accounts.list'>>
export type Row = List['rows'][number]
export type Shown = Output<EntryOf<'accounts.show'>>
export type Held = Shown['appointments'][number]
export type Slip = Output<EntryOf<'accounts.renewCode'>>
export type Hand = (slips: Slip[]) => void
