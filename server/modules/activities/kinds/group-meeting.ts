import type { Kind } from '../rules/kind.ts'

export const groupMeeting: Kind = {
  key: 'groupMeeting',
  name: '党小组会',
  due: 'group',
  parts: [{ key: 'study', name: '集中学习', isRequired: true, isStudy: true }],
  needsChosen: false,
  hasLecturer: false,
  frequency: { rule: 'meeting.group.month', period: 'month' },
  hours: {
    source: 'study',
    counted: 'all',
  },
  template: [
    { title: '集中学习', minutes: 60, part: 'study' },
    { title: '交流思想和工作', minutes: 30 },
  ],
}
