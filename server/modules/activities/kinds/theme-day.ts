import type { MeetingKind } from '../rules/kind.ts'

/** “X+X”主题党日: what is required of every branch, and at least one thing of its own choice. */
export const themeDay: MeetingKind = {
  key: 'themeDay',
  name: '主题党日',
  due: 'branch',
  parts: [
    { key: 'study', name: '集中学习', isRequired: true, isStudy: true },
    { key: 'deliberation', name: '民主议事', isRequired: true, isStudy: false },
    { key: 'life', name: '组织生活', isRequired: false, isStudy: true },
    { key: 'service', name: '志愿服务', isRequired: false, isStudy: false },
  ],
  needsChosen: true,
  hasLecturer: false,
  deliberation: { of: 'voters' },
  frequency: { rule: 'meeting.themeday.month', period: 'month' },
  needsMinutes: true,
  hours: {
    source: 'meeting',
    counted: 'all',
  },
  template: [
    { title: '集中学习', minutes: 45, part: 'study' },
    { title: '民主议事', minutes: 30, part: 'deliberation' },
    { title: '志愿服务', minutes: 45, part: 'service' },
  ],
}
