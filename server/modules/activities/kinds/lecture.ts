import type { MeetingKind } from '../rules/kind.ts'

export const lecture: MeetingKind = {
  key: 'lecture',
  name: '党课',
  due: 'branch',
  parts: [{ key: 'lesson', name: '授课', isRequired: true, isStudy: true }],
  needsChosen: false,
  hasLecturer: true,
  frequency: { rule: 'meeting.lecture.quarter', period: 'quarter' },
  needsMinutes: true,
  hours: {
    source: 'lecture',
    counted: 'all',
  },
  template: [
    { title: '讲党课', minutes: 60, part: 'lesson' },
    { title: '交流讨论', minutes: 30 },
  ],
}
