import { numberAt } from './place.ts'
import { declareTimes } from './times.ts'
import { wholeYear } from './windows.ts'

/** 支部条例 ch. 4: a secretary gives a lesson of the Party at least once a year. */
export const secretaryLessons = declareTimes({
  key: 'secretaryLessons',
  rule: 'meeting.secretary_lesson.year',
  ledger: 'member',
  sentence: '书记每年至少讲党课 {值}',
  seat: 'secretary',
  source: 'teaching',
  window: (frame) => ({
    ...wholeYear(frame),
    due: numberAt(frame, 'meeting.secretary_lesson.year'),
  }),
})
