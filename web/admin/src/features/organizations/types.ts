import type { EntryOf, Output } from '@zhixing/contract'

export type Shown = Output<EntryOf<'organizations.show'>>
export type Check = Shown['checks'][number]
export type Holder = Shown['holders'][number]
export type Kind = Shown['organization']['kind']

/** What every form of this page gets: what it speaks of, and how to leave. */
export type FormProps = { shown: Shown; close: () => void }
