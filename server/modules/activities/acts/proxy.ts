import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { attendanceOf, findEntry } from '../steps/find-entry.ts'
import { openRecord, placeOf, subjectOf } from '../steps/open-record.ts'
import { requireSoon } from '../steps/require-soon.ts'
import { setAttendances } from '../store/attendances.ts'

/** Somebody who is there signs for somebody who is there too but cannot; the record says who and why. */
export const proxy = act(
  contract.activities.proxy,
  async ({ tx, now, actor, reach }, { memberId, byMemberId, reason, ...key }) => {
    if (memberId === byMemberId) throw conflict('activities.proxySelf')
    const held = await openRecord(tx, reach, key)
    await requireSoon(tx, held, now)
    const { record, entry } = await findEntry(tx, held, { memberId, now })
    const signer = record.roll.find((one) => one.memberId === byMemberId)
    if (signer?.mark !== 'present') throw conflict('activities.proxyAbsent')

    const note = `${signer.name}代签：${reason}`
    const said = { mark: 'present', way: 'proxy', note, byId: actor.personId } as const
    const { inTimeUntil } = record
    const row = attendanceOf(held, entry, { ...said, at: now, inTimeUntil })
    await setAttendances(tx, [row])
    return {
      value: {},
      place: placeOf(held),
      change: { subject: subjectOf(held), before: entry, after: row },
    }
  },
)
