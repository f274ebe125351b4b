import { numberAt } from './place.ts'
import { declareTimes } from './times.ts'
import { wholeYear } from './windows.ts'

/** Leading cadres who are members speak to the grass roots: so often a year as the place asks. */
export const leaderLessons = declareTimes({
  key: 'leaderLessons',
  rule: 'meeting.leader_lesson.year',
  ledger: 'member',
  sentence: '党员领导干部每年至少讲党课 {值}',
  seat: 'leader',
  source: 'teaching',
  window: (frame) => ({
    ...wholeYear(frame),
    due: numberAt(frame, 'meeting.leader_lesson.year'),
  }),
})
