import type { EntryOf, Output } from '@zhixing/contract'

export type Shown = Output<EntryOf<'certificates.list'>>
export type Row = Shown['rows'][number]
export type ClassKey = { unitId: string; classId: string }
