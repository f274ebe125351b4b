import { contract } from '@zhixing/contract'
import { findStands, tally } from '../catalogue/look.ts'
import { progressOf } from '../catalogue/progress.ts'
import { dueOfFullYear, sceneAt } from '../catalogue/scene.ts'
import { overview } from '../../overviews/index.ts'

export const board = overview(contract.requirements.board, async (sight, asked) => {
  const { db } = sight
  const { frame, requirement, head } = await sceneAt(sight, asked)
  const { text, standing, cohort, sort, page, size } = asked
  const filter = { text, standing, cohort }

  // First, because it is one statement about all of them: where that takes too long nothing else is begun.
  const stands = await findStands(db, { requirement, frame, filter }, { sort, page, size })
  const whole = await tally(db, { requirement, frame, filter: { cohort } })
  const isNarrowed = text !== undefined || standing !== undefined
  const part = isNarrowed ? await tally(db, { requirement, frame, filter }) : whole
  return {
    ...head,
    ...whole,
    ...dueOfFullYear(requirement, frame),
    rows: await progressOf(db, frame, stands),
    total: part.people + part.counts.excused,
    totalDoneMinutes: part.doneMinutes,
    totalGapMinutes: part.gapMinutes,
  }
})
