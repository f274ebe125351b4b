import type { EntryOf, Output } from '@zhixing/contract'

export type MemberDay = Output<EntryOf<'home.member'>>
export type Todo = MemberDay['todos'][number]
