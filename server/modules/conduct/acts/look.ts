import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { missing } from '../../../kernel/problem.ts'
import { readCaseFile } from '../steps/file.ts'
import { subjectOf } from '../steps/require.ts'
import { lockConductCase } from '../store/cases.ts'

/** An act, because looking leaves a trace: who read about whom, and when. */
export const look = act(contract.conduct.look, async ({ tx, now, actor, reach, vault }, key) => {
  const found = await lockConductCase(tx, reach, key)
  // The one concerned sees their own page, and not what others prepare.
  if (!found || found.memberId === actor.memberId) throw missing('conduct.caseUnknown')
  return {
    value: await readCaseFile({ tx, vault, actor, day: dayOf(now) }, found),
    place: found,
    change: { subject: subjectOf(found), after: { seen: 'case', by: actor.name } },
  }
})
