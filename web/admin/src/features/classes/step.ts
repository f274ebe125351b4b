import { thisDay } from '@zhixing/kit/format/clock.ts'
import type { classSteps } from '@zhixing/contract/class-words.ts'
import type { ClassState } from './class.ts'

const byState = {
  draft: 'application',
  returned: 'application',
  submitted: 'approval',
  refused: 'approval',
  cancelled: 'approval',
  approved: 'notice',
  completed: 'settlement',
  settled: 'archive',
  archived: 'archive',
} as const

/** What is to be done now in the life of a class; between the notice and the end the day decides. */
export function stepOf(state: ClassState): keyof typeof classSteps {
  if (state.state !== 'announced') return byState[state.state]
  const today = thisDay()
  if (today <= state.application.enrolBy) return 'enrolment'
  if (state.minutes === 0) return 'timetable'
  return today <= state.until ? 'teaching' : 'completion'
}
