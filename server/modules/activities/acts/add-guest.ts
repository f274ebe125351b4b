import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Db } from '../../../kernel/db.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { findTakenIn } from '../../floating/index.ts'
import { guestProof } from '../rules/guest.ts'
import { attendanceOf } from '../steps/find-entry.ts'
import type { Held } from '../store/activities.ts'
import { openMeeting, placeOf, subjectOf } from '../steps/open-record.ts'
import { readRecord } from '../steps/read-record.ts'
import { requireSoon } from '../steps/require-soon.ts'
import { addAttendances } from '../store/attendances.ts'
import { findInUnit } from '../store/people.ts'

/** 一方隶属、参加多重组织生活: not due here, credited at home. */
export const addGuest = act(
  contract.activities.addGuest,
  async (scene, { memberId, known: how = 'inPerson', voucherId, ...key }) => {
    const { tx, now, actor, reach } = scene
    const held = await openMeeting(tx, reach, key)
    await requireSoon(tx, held, now)
    const memberUnitId = await unitOf(tx, held, memberId)
    if (memberUnitId === undefined) throw missing('members.unknown')
    const { roll, inTimeUntil } = await readRecord(tx, held, now)
    const known = roll.find((one) => one.memberId === memberId)
    if (known && known.standing !== 'guest')
      throw conflict('activities.guestAtHome', { 姓名: known.name })

    const proof = guestProof(roll, { known: how, voucherId }, actor.name)
    if ('reason' in proof) throw conflict(proof.reason, proof.words)
    const said = { mark: 'present', ...proof, byId: actor.personId } as const
    const entry = { memberUnitId, memberId, standing: 'guest' } as const
    const row = attendanceOf(held, entry, { ...said, at: now, inTimeUntil })
    const added = await addAttendances(tx, [row])
    return {
      value: {},
      place: placeOf(held),
      change: added.length > 0 ? { subject: subjectOf(held), after: row } : 'none',
    }
  },
)

/** Anybody of the unit, and whoever has reported to this branch from another one. */
async function unitOf(tx: Db, { activity, path }: Held, memberId: string) {
  if (await findInUnit(tx, activity.unitId, memberId)) return activity.unitId
  const takenIn = await findTakenIn(tx, path)
  return takenIn.find((one) => one.memberId === memberId)?.memberUnitId
}
