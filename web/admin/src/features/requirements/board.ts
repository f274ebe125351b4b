import type { EntryOf, Output } from '@zhixing/contract'

export type Board = Output<EntryOf<'requirements.board'>>
export type BoardRow = Board['rows'][number]

/** What opens somebody's derivation, in the address. */
export function keyOf({ unitId, memberId }: Pick<BoardRow, 'unitId' | 'memberId'>): string {
  return `${unitId}~${memberId}`
}
