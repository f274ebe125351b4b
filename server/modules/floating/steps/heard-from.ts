import { dayOf } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { nobody } from '../../../kernel/trace.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { updateMember } from '../../members/index.ts'
import { keepContact } from '../store/logs.ts'
import { lockPerson, updateStay } from '../store/people.ts'
import type { MemberKey } from '../store/people.ts'

type Said = { readonly destination: string; readonly phone: string; readonly said: string }

/**
 * A floating member has said where they are: a contact, and their stay follows. Whether they are away at all is for the
 * branch to change; returns what the roll says of it.
 */
export async function heardFrom(
  { tx, now, vault }: { readonly tx: Db; readonly now: Date; readonly vault: Vault },
  key: MemberKey,
  { destination, phone, said }: Said,
): Promise<boolean> {
  const found = await lockPerson(tx, ['/'], key)
  const today = dayOf(now)
  const since = found?.member.floatingSince ?? null
  if (!found || since === null || since > today) return false
  const { member, stay } = found
  const by = { byId: nobody, byName: `${member.name}（链接）`, at: now }
  const told = { on: today, way: 'self', isReached: true, note: said } as const
  await keepContact(tx, { ...key, ...told, ...by, id: newId(), formId: newId() })
  if (destination !== '' && destination !== member.floatingTo)
    await updateMember(tx, member, { floatingTo: destination })
  if (stay && destination !== '')
    await updateStay(tx, stay, {
      destination,
      ...(phone === '' ? {} : { phoneSealed: vault.seal(phone) }),
    })
  return true
}
