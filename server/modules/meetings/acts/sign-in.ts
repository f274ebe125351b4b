import type { Contract, Input } from '@zhixing/contract'
import { contract } from '@zhixing/contract'
import { batchAct } from '../../../kernel/batch-act.ts'
import type { Call } from '../../../kernel/batch-act.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { refuseSignIn } from '../rules.ts'
import { attendanceKey, findMeetings, keepAttendances } from '../store.ts'

/** A hall full of people scans the code in the same minute, some of them twice. */
export const signIn = batchAct(contract.meetings.signIn, async (tx, calls) => {
  const meetings = await findMeetings(
    tx,
    calls.map(({ input }) => input),
  )

  const judged = calls.map((call) => {
    const found = meetings.get(call.input.meetingId)
    if (!found || !covers(call.reach, found.path)) return missing('meetings.unknown')

    const refusal = refuseSignIn(found.meeting, call.actor.unitId, call.now)
    return refusal ? conflict(refusal) : { path: found.path, row: attendanceOf(call) }
  })

  const admitted = judged.flatMap((one) => (one instanceof Error ? [] : [one.row]))
  const kept = await keepAttendances(tx, admitted)

  return judged.map((one) => {
    if (one instanceof Error) return one
    const row = kept.get(attendanceKey(one.row)) ?? one.row
    return {
      value: { signedAt: row.at.toISOString() },
      place: { unitId: row.unitId, path: one.path },
      // A row with another id than ours was there before: the same person scanned again.
      change: row.id === one.row.id ? { subject: `meeting:${row.meetingId}`, after: row } : 'none',
    }
  })
})

function attendanceOf({ input, actor, now }: Call<Input<Contract['meetings']['signIn']>>) {
  return { ...input, id: newId(), memberId: actor.id, at: now }
}
