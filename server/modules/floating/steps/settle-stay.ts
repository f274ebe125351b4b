import type { Output, EntryOf } from '@zhixing/contract'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { updateMember } from '../../members/index.ts'
import { refuseDay } from '../rules/days.ts'
import { keepStay, updateStay } from '../store/people.ts'
import type { lockPerson } from '../store/people.ts'

type Found = NonNullable<Awaited<ReturnType<typeof lockPerson>>>
type Facts = Omit<NonNullable<Output<EntryOf<'floating.mine'>>['stay']>, 'duesPaidTo'> & {
  readonly duesPaidTo: string | null
}
type Wanted = { readonly facts: Facts; readonly version: number; readonly byId: string }

/** Writes down where somebody is, on the stay that is open or on a new one, and on the roll. */
export async function settleStay(
  { tx, now, vault }: { readonly tx: Db; readonly now: Date; readonly vault: Vault },
  { member, stay }: Found,
  { facts, version, byId }: Wanted,
) {
  if ((stay?.version ?? 0) !== version) throw conflict('input.stale')
  const refusal = refuseDay(facts.since, dayOf(now), member.bornOn)
  if (refusal) throw conflict(refusal.reason, refusal.words)

  const { phone, ...plain } = facts
  const kept = { ...plain, phoneSealed: sealedPhone(phone, stay?.phoneSealed ?? null, vault) }
  const { unitId, id: memberId } = member
  if (member.floatingSince !== facts.since || member.floatingTo !== facts.destination)
    await updateMember(tx, member, {
      floatingSince: facts.since,
      floatingTo: facts.destination,
    })
  if (stay) return updateStay(tx, stay, kept)
  await keepStay(tx, { ...kept, id: newId(), unitId, memberId, byId, at: now })
  return 1
}

/** What comes back as it was shown, masked, is what is kept already. */
function sealedPhone(phone: string, kept: string | null, vault: Vault): string | null {
  if (phone.includes('*')) return kept
  return phone === '' ? null : vault.seal(phone)
}

/** What the trace says of a stay: no way to reach anybody. */
export function tracedStay({ since, reason, range, destination, hostName }: Facts) {
  return { floatingSince: since, floatingTo: destination, reason, range, receiver: hostName }
}
