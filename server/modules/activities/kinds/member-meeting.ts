import type { MeetingKind } from '../rules/kind.ts'

export const memberMeeting: MeetingKind = {
  key: 'memberMeeting',
  name: '支部党员大会',
  due: 'branch',
  parts: [
    { key: 'matters', name: '议事决定', isRequired: true, isStudy: false },
    { key: 'study', name: '集中学习', isRequired: false, isStudy: true },
  ],
  needsChosen: false,
  hasLecturer: false,
  deliberation: { of: 'voters' },
  quorum: { rule: 'vote.quorum', of: 'voters' },
  frequency: { rule: 'meeting.member.quarter', period: 'quarter' },
  needsMinutes: true,
  hours: {
    source: 'meeting',
    counted: 'study',
  },
  template: [
    { title: '集中学习', minutes: 60, part: 'study' },
    { title: '听取支部委员会工作情况，讨论决定有关事项', minutes: 60, part: 'matters' },
  ],
}
