import type { EntryOf, Output } from '@zhixing/contract'

export type Shown = Output<EntryOf<'development.show'>>
export type Next = NonNullable<Shown['next']>

export const keyOf = ({ unitId, applicantId }: Shown) => ({ unitId, applicantId })

/** A paper of a step, to be printed with what is known. */
export function paperPathOf({ unitId, applicantId }: Shown, paper: string): string {
  return `/api/development/${unitId}/${applicantId}/${paper}.docx`
}
