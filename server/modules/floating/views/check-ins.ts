import { contract } from '@zhixing/contract'
import { and, desc, eq, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { within } from '../../../kernel/reach.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { view } from '../../../kernel/view.ts'
import { members } from '../../members/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { floatingCheckIns } from '../table.ts'

type From = { readonly db: Reader; readonly vault: Vault }

const order = sql`array_position(array['reported', 'confirmed', 'ended', 'declined'], ${floatingCheckIns.state})`

/** What was reported, with the phone that was left for the one who receives. */
export async function readCheckIns(
  { db, vault }: From,
  where: SQL | undefined,
  { page, size }: { readonly page: number; readonly size: number } = { page: 1, size: 50 },
) {
  const rows = await db
    .select({
      checkIn: floatingCheckIns,
      memberName: members.name,
      homeName: organizations.name,
    })
    .from(floatingCheckIns)
    .innerJoin(
      members,
      and(eq(members.unitId, floatingCheckIns.unitId), eq(members.id, floatingCheckIns.memberId)),
    )
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(where)
    .orderBy(order, desc(floatingCheckIns.reportedAt), desc(floatingCheckIns.id))
    .limit(size)
    .offset((page - 1) * size)
  return rows.map(({ checkIn: { id, phoneSealed, reportedAt, ...row }, ...names }) => ({
    ...row,
    ...names,
    checkInId: id,
    // Left for the branch that receives, as long as it has to do with them.
    phone: phoneSealed !== null && isOpen(row.state) ? vault.open(phoneSealed) : '',
    reportedAt: reportedAt.toISOString(),
  }))
}

function isOpen(state: string): boolean {
  return state === 'reported' || state === 'confirmed'
}

/** Who has reported to an organization or a branch below it. */
export const listIncoming = view(contract.floating.incoming, async (sight, input) => {
  const { db } = sight
  const { reach } = await narrowTo(db, sight.reach, input.organizationId)
  const here = within(reach, floatingCheckIns.path)
  const inState = (state: 'reported' | 'confirmed') =>
    db.$count(floatingCheckIns, and(here, eq(floatingCheckIns.state, state)))
  return {
    rows: await readCheckIns(sight, here, input),
    total: await db.$count(floatingCheckIns, here),
    waiting: await inState('reported'),
    here: await inState('confirmed'),
  }
})
