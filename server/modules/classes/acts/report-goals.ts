import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { requireClass, requireState } from '../steps/require.ts'
import { changeClass } from '../store/classes.ts'

/** What became of every goal that the application named: none may be passed over, and none may be invented. */
export const reportGoals = act(
  contract.classes.reportGoals,
  async ({ tx, reach }, { version, results, ...key }) => {
    const { kept } = await requireClass(tx, reach, key)
    requireState(kept, ['completed', 'settled'], '报告培训目标')
    if (kept.version !== version) throw conflict('input.stale')
    const said = new Map(results.map((one) => [one.goal, one]))
    const goalResults = kept.application.goals.map(({ goal }) => {
      const own = said.get(goal)
      if (!own) throw conflict('classes.goalReport', { 目标: goal })
      return own
    })
    const next = await changeClass(tx, kept, { goalResults })
    return {
      value: { version: next },
      place: kept,
      change: {
        subject: `class:${kept.id}`,
        before: { goalResults: kept.goalResults },
        after: { goalResults },
      },
    }
  },
)
