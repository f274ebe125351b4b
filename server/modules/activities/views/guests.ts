import { contract } from '@zhixing/contract'
import { missing } from '../../../kernel/problem.ts'
import { view } from '../../../kernel/view.ts'
import { readRecord } from '../steps/read-record.ts'
import { findActivity } from '../store/activities.ts'
import { findCandidates } from '../store/people.ts'

/** Names and branches of the unit, nothing else of them: enough to add somebody who sits in the room. */
export const findGuests = view(
  contract.activities.findGuests,
  async ({ db, now, reach, vault }, { text, ...key }) => {
    const held = await findActivity(db, reach, key)
    if (!held) throw missing('activities.unknown')
    const { roll } = await readRecord(db, held, now)
    const onRoll = new Set(roll.map(({ memberId }) => memberId))
    const phoneIndex = vault.index(text)
    const rows = await findCandidates(db, key.unitId, { text, phoneIndex })
    return { rows: rows.filter(({ memberId }) => !onRoll.has(memberId)) }
  },
)
