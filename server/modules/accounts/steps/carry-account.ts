import type { Db } from '../../../kernel/db.ts'
import { bindAccountIn, findOwner } from '../store/holders.ts'
import { revokeBelow } from '../store/appointments.ts'

type Going = {
  readonly from: { readonly unitId: string; readonly memberId: string; readonly path: string }
  /** Nothing where they leave the platform. */
  readonly to?: { readonly unitId: string; readonly organizationId: string }
  readonly now: Date
  readonly byId: string
  readonly because: string
}

/** A member's account goes where the member goes; offices at the branch that is left end. */
export async function carryAccount(tx: Db, going: Going): Promise<void> {
  const { from, to, now, byId, because } = going
  const accountId = await findOwner(tx, from)
  if (accountId === undefined) return
  if (to) await bindAccountIn(tx, accountId, to)
  await revokeBelow(tx, { accountId, path: from.path }, { now, byId, because })
}
