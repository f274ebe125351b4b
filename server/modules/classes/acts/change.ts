import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { factsOf } from '../steps/facts.ts'
import { judgeApplication } from '../steps/judge.ts'
import { requireClass, requireState } from '../steps/require.ts'
import { changeClass } from '../store/classes.ts'

/** Until it is handed in, and again after it was returned. */
export const change = act(
  contract.classes.change,
  async ({ tx, reach }, { unitId, classId, version, ...application }) => {
    const { kept } = await requireClass(tx, reach, { unitId, classId })
    requireState(kept, ['draft', 'returned'], '修改申请')
    if (kept.version !== version) throw conflict('input.stale')
    await judgeApplication(tx, kept, application)
    const next = await changeClass(tx, kept, factsOf(application))
    return {
      value: { version: next },
      place: kept,
      change: { subject: `class:${classId}`, before: kept.application, after: application },
    }
  },
)
