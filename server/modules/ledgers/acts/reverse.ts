import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { reverseHours } from '../index.ts'
import { findEntry, findTwins } from '../store/entries.ts'

/** Takes back a person's credit for one session: in the member's ledger and, where it was posted, in the secretary's. */
export const reverse = act(
  contract.ledgers.reverse,
  async ({ tx, now, actor, reach }, { unitId, entryId, reason }) => {
    const found = await findEntry(tx, unitId, entryId)
    if (!found || !covers(reach, found.path)) throw missing('ledgers.unknown')

    const entryIds = (await findTwins(tx, found.entry)).map(({ id }) => id)
    const by = actor.accountId
    const { entries } = await reverseHours(tx, { unitId, entryIds, reason, by, now })
    if (!entries.some(({ reversesId }) => reversesId === entryId))
      throw conflict('ledgers.reversed')

    return {
      value: { reversedMinutes: found.entry.minutes },
      place: { unitId, path: found.path },
      change: { subject: `hours:${entryId}`, before: found.entry, after: { reason } },
    }
  },
)
