import type { EntryOf, Output } from '@zhixing/contract'

export type Shown = Output<EntryOf<'roles.list'>>
export type Role = Shown['rows'][number]
export type Someone = Shown['without'][number]
