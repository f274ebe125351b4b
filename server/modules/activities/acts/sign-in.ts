import type { Contract, Input } from '@zhixing/contract'
import { contract } from '@zhixing/contract'
import { batchAct } from '../../../kernel/batch-act.ts'
import type { Call } from '../../../kernel/batch-act.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { covers } from '../../../kernel/reach.ts'
import { refuseSignIn } from '../rules.ts'
import { attendanceKey, findActivities, keepAttendances } from '../store.ts'

/** A hall full of people scans the code in the same minute, some of them twice. */
export const signIn = batchAct(contract.activities.signIn, async (tx, calls) => {
  const found = await findActivities(
    tx,
    calls.map(({ input }) => input),
  )

  const judged = calls.map((call) => {
    const one = found.get(call.input.activityId)
    if (!one || !covers(call.reach, one.path)) return missing('activities.unknown')

    const refusal = refuseSignIn(one.activity, call.now)
    return refusal ? conflict(refusal) : { path: one.path, row: attendanceOf(call) }
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
      change:
        row.id === one.row.id ? { subject: `activity:${row.activityId}`, after: row } : 'none',
    }
  })
})

function attendanceOf({ input, actor, now }: Call<Input<Contract['activities']['signIn']>>) {
  const facts = { mark: 'present', way: 'code', at: now, byId: actor.personId } as const
  return { ...input, id: newId(), memberId: actor.personId, ...facts }
}
