import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { attendanceOf, findEntry } from '../steps/find-entry.ts'
import { openRecord, placeOf, subjectOf } from '../steps/open-record.ts'
import { requireSoon } from '../steps/require-soon.ts'
import { findAttendance, removeAttendance, setAttendances } from '../store/attendances.ts'
import { keepLastWords } from '../store/last-words.ts'

/** The organiser's roll call: one tap says it, a second one takes it back. What already stands so is left alone. */
export const mark = act(
  contract.activities.mark,
  async ({ tx, now, actor, reach }, { memberId, mark: value, isRemote, note, ...key }) => {
    const held = await openRecord(tx, reach, key)
    const { record, entry } = await findEntry(tx, held, { memberId, now })
    const before = await findAttendance(tx, key, memberId)
    const [place, subject] = [placeOf(held), subjectOf(held)]

    if (value === null) {
      if (!before) return { value: {}, place, change: 'none' }
      await removeAttendance(tx, before)
      await keepLastWords(tx, key, [{ memberId, at: now }])
      return { value: {}, place, change: { subject, before, after: null } }
    }
    if (value === 'present') await requireSoon(tx, held, now)
    const isRemoteNow = before?.way === 'remote'
    if (before?.mark === value && isRemoteNow === isRemote && (note === '' || note === before.note))
      return { value: {}, place, change: 'none' }

    const way = isRemote && value === 'present' ? 'remote' : 'rollCall'
    const said = { mark: value, way, note, byId: actor.personId } as const
    const { inTimeUntil } = record
    const row = attendanceOf(held, entry, { ...said, at: now, inTimeUntil })
    await setAttendances(tx, [row])
    return { value: {}, place, change: { subject, before, after: row } }
  },
)
