import type { EntryOf, Output } from '@zhixing/contract'

export type Home = Output<EntryOf<'home.branch'>>
export type Todo = Home['todos'][number]
export type MonthDay = Home['month'][number]
export type Person = Home['learning']['persons'][number]
