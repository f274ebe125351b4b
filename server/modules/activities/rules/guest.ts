import { guestProofs } from '@zhixing/contract/words.ts'
import type { GuestProof } from '@zhixing/contract/words.ts'
import { refused } from './refused.ts'
import type { Refused } from './refused.ts'
import type { RollEntry } from './roll.ts'

type Said = { readonly known: GuestProof; readonly voucherId: string | undefined }
type Proof = { readonly way: 'rollCall' | 'remote'; readonly note: string }

/**
 * How a guest was known and who vouches, as the record keeps it. In the room whoever calls the roll has seen them; of who
 * came by video nothing is known before somebody of those present vouches, and without it the record is not closed.
 */
export function guestProof(
  roll: readonly RollEntry[],
  { known, voucherId }: Said,
  callerName: string,
): Proof | Refused {
  const way = known === 'video' ? 'remote' : 'rollCall'
  const voucher = roll.find(({ memberId }) => memberId === voucherId)
  if (voucherId !== undefined && (voucher?.mark !== 'present' || voucher.standing === 'guest'))
    return refused('activities.voucherAbsent')
  const name = voucher?.name ?? (way === 'remote' ? '' : callerName)
  return { way, note: name === '' ? '' : `${guestProofs[known]}，${name}证明` }
}
