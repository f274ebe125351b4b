import { sql } from 'drizzle-orm'
import { addDays, dayOf } from '../kernel/calendar.ts'
import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import type { Vault } from '../kernel/vault.ts'
import { waitingAt } from '../modules/talks/index.ts'
import { talks } from '../modules/talks/table.ts'
import { insertAll } from './rows.ts'
import type { DemoTree } from './tree.ts'

type Scene = { readonly tx: Db; readonly now: Date; readonly vault: Vault }

const branchesMax = 12

/** Of those whom the data point out, in the first few branches, some have been talked with. */
export async function plantTalks({ tx, now, vault }: Scene, { branches }: DemoTree): Promise<void> {
  const day = dayOf(now)
  // All of this was written a moment ago: the database has to learn how much before it is asked.
  await tx.execute(sql`analyze activities, attendances, closures, members, hour_entries`)
  const watched = []
  for (const { path } of branches.slice(0, branchesMax))
    watched.push(...(await waitingAt(tx, { path, now, day })))
  const rows = watched.slice(0, 9).map((person, at) => {
    const isHeld = at % 3 !== 0
    const heldOn = addDays(day, -10 - at)
    const facts = { organizationId: person.organizationId, path: person.path, cause: '' }
    const who = { unitId: person.unitId, memberId: person.memberId, reasons: person.reasons }
    const planned = { plannedOn: isHeld ? heldOn : addDays(day, 2), place: '党员活动室' }
    return {
      id: newId(),
      ...who,
      ...facts,
      ...planned,
      talkerName: '支部书记',
      state: isHeld ? ('following' as const) : ('planned' as const),
      heldOn: isHeld ? heldOn : null,
      contentSealed: isHeld ? vault.seal('近来家中事多，学习放松了；讲清了要求。') : null,
      promiseSealed: isHeld ? vault.seal('按时参加，缺的课补上') : null,
      followUpOn: isHeld ? addDays(heldOn, 20) : null,
      byId: newId(),
      at: now,
    }
  })
  if (rows.length > 0) await insertAll(tx, talks, rows)
}
