import type { Db } from '../../../kernel/db.ts'
import type { Held } from '../store/activities.ts'
import { addAttendances, keepStandings } from '../store/attendances.ts'
import { attendanceOf } from './find-entry.ts'
import type { Record } from './read-record.ts'

/** Keeps who was due, who was excused by article 23 and who was a guest, as they stand now. */
export async function freezeRoll(
  tx: Db,
  held: Held,
  { roll, key, inTimeUntil }: Record,
  { now, byId }: { now: Date; byId: string },
): Promise<void> {
  const exempt = roll.filter(({ standing, mark }) => standing === 'exempt' && mark === null)
  const rows = exempt.map((entry) => {
    const said = { mark: 'excused', way: 'rollCall', note: entry.note, byId } as const
    return attendanceOf(held, entry, { ...said, at: now, inTimeUntil })
  })
  await addAttendances(tx, rows)
  const idsOf = (wanted: string) =>
    roll.filter(({ standing }) => standing === wanted).map(({ memberId }) => memberId)
  await keepStandings(tx, key, { due: idsOf('due'), guests: idsOf('guest') })
}
