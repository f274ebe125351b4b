import { contract } from '@zhixing/contract'
import { ownAct } from '../../../kernel/act.ts'
import type { OwnScene } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { attendanceOf } from '../steps/find-entry.ts'
import { openRecord, placeOf, subjectOf } from '../steps/open-record.ts'
import { readRecord } from '../steps/read-record.ts'
import type { ActivityKey } from '../store/activities.ts'
import { removeAttendance, setAttendances } from '../store/attendances.ts'

/** One's own leave, before it begins and with a reason; the organiser sees it and may mark otherwise. */
export const leave = ownAct(contract.activities.leave, async (scene, { reason, ...key }) => {
  const { held, entry, record } = await findOwn(scene, key)
  if (entry.standing !== 'due') throw conflict('activities.leaveNotDue')
  if (entry.mark === 'present') throw conflict('activities.leavePresent')

  const { now, actor, tx } = scene
  const said = { mark: 'excused', way: 'leave', note: reason, byId: actor.personId } as const
  const { inTimeUntil } = record
  const row = attendanceOf(held, entry, { ...said, at: now, inTimeUntil })
  await setAttendances(tx, [row])
  return {
    value: {},
    place: placeOf(held),
    change: { subject: subjectOf(held), before: entry, after: row },
  }
})

export const withdrawLeave = ownAct(contract.activities.withdrawLeave, async (scene, key) => {
  const { held, entry, record } = await findOwn(scene, key)
  const row = record.attendances.find(({ memberId }) => memberId === entry.memberId)
  if (row?.way !== 'leave') throw conflict('activities.leaveNone')

  await removeAttendance(scene.tx, row)
  return {
    value: {},
    place: placeOf(held),
    change: { subject: subjectOf(held), before: row, after: null },
  }
})

/** The caller's line of the roll, as long as it has not begun; an activity of others does not exist for them. */
async function findOwn({ tx, now, actor }: OwnScene, key: ActivityKey) {
  // The roll decides who may: a class is held far from home.
  const held = await openRecord(tx, ['/'], key)
  const record = await readRecord(tx, held, now)
  const entry = record.roll.find(({ memberId }) => memberId === actor.memberId)
  if (!entry) throw missing('activities.unknown')
  if (record.hasBegun) throw conflict('activities.leaveLate')
  return { held, record, entry }
}
