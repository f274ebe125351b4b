import type { MeetingKind } from '../rules/kind.ts'

export const committeeMeeting: MeetingKind = {
  key: 'committeeMeeting',
  name: '支部委员会会议',
  due: 'committee',
  parts: [
    { key: 'firstTopic', name: '第一议题学习', isRequired: true, isStudy: true },
    { key: 'matters', name: '研究事项', isRequired: true, isStudy: false },
  ],
  needsChosen: false,
  firstPart: 'firstTopic',
  hasLecturer: false,
  deliberation: { of: 'due' },
  quorum: { rule: 'vote.quorum', of: 'due' },
  frequency: { rule: 'meeting.committee.month', period: 'month' },
  needsMinutes: true,
  hours: {
    source: 'meeting',
    counted: 'study',
  },
  template: [
    { title: '学习重要讲话和文件精神', minutes: 30, part: 'firstTopic' },
    { title: '研究本月支部工作', minutes: 60, part: 'matters' },
  ],
}
