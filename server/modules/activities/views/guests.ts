import { contract } from '@zhixing/contract'
import { missing } from '../../../kernel/problem.ts'
import { view } from '../../../kernel/view.ts'
import { findTakenIn } from '../../floating/index.ts'
import { readRecord } from '../steps/read-record.ts'
import { findActivity } from '../store/activities.ts'
import { findCandidates } from '../store/people.ts'

/** Names and branches of the unit, and of those who have reported here from another, nothing else of them: enough to add somebody who sits in the room. */
export const findGuests = view(
  contract.activities.findGuests,
  async ({ db, now, reach, vault }, { text, ...key }) => {
    const held = await findActivity(db, reach, key)
    if (!held) throw missing('activities.unknown')
    const { roll } = await readRecord(db, held, now)
    const onRoll = new Set(roll.map(({ memberId }) => memberId))
    const phoneIndexes = vault.indexes(text)
    const near = await findCandidates(db, key.unitId, { text, phoneIndexes })
    const known = new Set(near.map(({ memberId }) => memberId))
    const takenIn = (await findTakenIn(db, held.path))
      .filter(({ name, memberId }) => name.includes(text) && !known.has(memberId))
      .map(({ memberId, name, organizationName, path }) => ({
        memberId,
        name,
        organizationName,
        path,
      }))
    const rows = [...takenIn, ...near]
    return { rows: rows.filter(({ memberId }) => !onRoll.has(memberId)) }
  },
)
