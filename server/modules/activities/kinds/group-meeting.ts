import type { MeetingKind } from '../rules/kind.ts'

export const groupMeeting: MeetingKind = {
  key: 'groupMeeting',
  name: '党小组会',
  due: 'group',
  parts: [{ key: 'study', name: '集中学习', isRequired: true, isStudy: true }],
  needsChosen: false,
  hasLecturer: false,
  frequency: { rule: 'meeting.group.month', period: 'month' },
  needsMinutes: true,
  hours: {
    source: 'study',
    counted: 'all',
  },
  template: [
    { title: '集中学习', minutes: 60, part: 'study' },
    { title: '交流思想和工作', minutes: 30 },
  ],
}
