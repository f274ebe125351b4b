import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { unprovenOf } from '../rules/remote.ts'
import { openRecord, placeOf, subjectOf } from '../steps/open-record.ts'
import { findAttendances, setAttendances } from '../store/attendances.ts'

/** One word for all who came by video and have none yet: how it was seen that they were there. */
export const proveRemote = act(
  contract.activities.proveRemote,
  async ({ tx, reach }, { note, ...key }) => {
    const held = await openRecord(tx, reach, key)
    const before = unprovenOf(await findAttendances(tx, key))
    await setAttendances(
      tx,
      before.map((row) => ({ ...row, note })),
    )
    const people = before.length
    return {
      value: { people },
      place: placeOf(held),
      change: people > 0 ? { subject: subjectOf(held), after: { people, note } } : 'none',
    }
  },
)
