import { contract } from '@zhixing/contract'
import { and, eq } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import { ownView } from '../../../kernel/view.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { transfers } from '../table.ts'
import { readTransfers } from './read-rows.ts'
import { eventsOf } from './show.ts'

/** My own, in whatever unit they began: the id is the same. */
export const myTransfers = ownView(contract.transfers.mine, async ({ db, now, actor }) => {
  const { memberId, unitId } = actor
  if (memberId === undefined) return { isMember: false, organizationName: '', rows: [] }
  const today = dayOf(now)
  const where = eq(transfers.memberId, memberId)
  const found = await readTransfers(db, { where, reach: [], today, pocketDays: 0 })
  const [home] = await db
    .select({ name: organizations.name })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(and(eq(members.unitId, unitId), eq(members.id, memberId)))
  const rows = []
  for (const { row, case: known } of found)
    // A life has a handful of them.
    // oxlint-disable-next-line no-await-in-loop
    rows.push({ ...row, events: await eventsOf(db, known) })
  return { isMember: true, organizationName: home?.name ?? '', rows }
})
