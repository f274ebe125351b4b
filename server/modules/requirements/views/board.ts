import { contract } from '@zhixing/contract'
import { daysIn, monthOf } from '../../../kernel/calendar.ts'
import { view } from '../../../kernel/view.ts'
import type { Frame } from '../catalogue/frame.ts'
import type { Requirement } from '../catalogue/declare.ts'
import { findStands, tally } from '../catalogue/look.ts'
import { progressOf } from '../catalogue/progress.ts'
import { sceneAt } from '../catalogue/scene.ts'

export const board = view(contract.requirements.board, async (sight, asked) => {
  const { db } = sight
  const { frame, requirement, head } = await sceneAt(sight, asked)
  const { text, standing, cohort, sort, page, size } = asked
  const filter = { text, standing, cohort }

  const whole = await tally(db, { requirement, frame, filter: { cohort } })
  const isNarrowed = text !== undefined || standing !== undefined
  const part = isNarrowed ? await tally(db, { requirement, frame, filter }) : whole
  const stands = await findStands(db, { requirement, frame, filter }, { sort, page, size })
  return {
    ...head,
    ...whole,
    ...fullYear(requirement, frame),
    rows: await progressOf(db, frame, stands),
    total: part.people + part.counts.excused,
    totalDoneMinutes: part.doneMinutes,
    totalGapMinutes: part.gapMinutes,
  }
})

/** Where somebody who owes the whole year should stand on the day. */
function fullYear({ measure, rule }: Requirement, { regions, day }: Frame) {
  const value = measure === 'minutes' ? (regions.at(-1)?.[rule].value ?? 0) : 0
  const length = daysIn(monthOf(day))
  const gone = (Number(day.slice(5, 7)) - 1) * length + Number(day.slice(8))
  return { dueYearMinutes: value, dueNowMinutes: Math.floor((value * gone) / (12 * length)) }
}
