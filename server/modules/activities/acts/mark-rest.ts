import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { countsOf } from '../rules/roll.ts'
import { attendanceOf } from '../steps/find-entry.ts'
import { openRecord, placeOf, subjectOf } from '../steps/open-record.ts'
import { readRecord } from '../steps/read-record.ts'
import { requireSoon } from '../steps/require-soon.ts'
import { addAttendances } from '../store/attendances.ts'

export const markRest = act(
  contract.activities.markRest,
  async ({ tx, now, actor, reach }, { mark, ...key }) => {
    const held = await openRecord(tx, reach, key)
    if (mark === 'present') await requireSoon(tx, held, now)
    const { roll, inTimeUntil } = await readRecord(tx, held, now)
    const said = { mark, way: 'rollCall', note: '', byId: actor.personId, inTimeUntil } as const
    const rows = countsOf(roll).unmarked.map((entry) =>
      attendanceOf(held, entry, { ...said, at: now }),
    )

    const added = await addAttendances(tx, rows)
    return {
      value: { people: added.length },
      place: placeOf(held),
      change:
        added.length > 0 ? { subject: subjectOf(held), after: { mark, memberIds: added } } : 'none',
    }
  },
)
