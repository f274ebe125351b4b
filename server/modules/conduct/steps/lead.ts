import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { findLooks } from '../store/looks.ts'
import { findLeadEntries } from '../store/registers.ts'
import type { Lead } from '../store/registers.ts'

type Held = { readonly lead: Lead; readonly organizationName: string }

/** A lead as lists show it: that it is, and by when; never what it says. */
export function leadRow({ lead, organizationName }: Held, day: Day) {
  const { unitId, id: leadId, number, source, state, receivedOn, dueOn, handlerName } = lead
  const isLate = state !== 'closed' && dueOn < day
  const own = { unitId, leadId, number, organizationName, source, state, receivedOn, dueOn }
  return { ...own, handlerName, result: lead.result, isLate }
}

export async function showLead(
  { tx, vault, day }: { tx: Reader; vault: Pick<Vault, 'open'>; day: Day },
  held: Held,
) {
  const { unitId, id, version, contentSealed } = held.lead
  const entries = await findLeadEntries(tx, unitId, id)
  const looks = await findLooks(tx, unitId, `lead:${id}`)
  return {
    ...leadRow(held, day),
    version,
    content: vault.open(contentSealed),
    entries: entries.map(({ on, textSealed, byName, at }) => ({
      on,
      text: vault.open(textSealed),
      byName,
      at: at.toISOString(),
    })),
    looks: looks.map(({ byName, at }) => ({ byName, at: at.toISOString() })),
  }
}
