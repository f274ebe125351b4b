import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { lackingPapers } from '../rules/archive.ts'
import { requireClass, requireState } from '../steps/require.ts'
import { changeClass } from '../store/classes.ts'
import { findPapers } from '../store/papers.ts'

/** The last step: nothing of the class changes any more. */
export const archive = act(contract.classes.archive, async ({ tx, now, reach }, key) => {
  const { kept } = await requireClass(tx, reach, key)
  requireState(kept, ['settled'], '归档')
  const papers = (await findPapers(tx, key)).map(({ paper }) => paper)
  const lacking = lackingPapers(kept.application, papers)
  if (lacking.length > 0) throw conflict('classes.papersMissing', { 材料: lacking.join('、') })
  if (kept.application.goals.length > 0 && kept.goalResults.length === 0)
    throw conflict('classes.goalsOpen', { 名称: kept.title })
  await changeClass(tx, kept, { state: 'archived', archivedAt: now })
  return {
    value: {},
    place: kept,
    change: {
      subject: `class:${kept.id}`,
      before: { state: kept.state },
      after: { state: 'archived' },
    },
  }
})
