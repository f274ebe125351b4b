import type { EntryOf, Output } from '@zhixing/contract'

export type Member = Output<EntryOf<'members.show'>>
