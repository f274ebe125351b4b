import type { MeetingKind } from '../rules/kind.ts'

/** 组织生活会: study, own shortcomings, criticism, and what is mended; the yearly appraisal may be joined to it. */
export const lifeMeeting: MeetingKind = {
  key: 'lifeMeeting',
  name: '组织生活会',
  due: 'branch',
  parts: [
    { key: 'study', name: '集中学习', isRequired: true, isStudy: true },
    { key: 'examination', name: '查摆问题、对照检查', isRequired: true, isStudy: false },
    { key: 'criticism', name: '批评和自我批评', isRequired: true, isStudy: false },
    { key: 'rectification', name: '明确整改', isRequired: true, isStudy: false },
    { key: 'appraisal', name: '民主评议党员', isRequired: false, isStudy: false },
  ],
  needsChosen: false,
  hasLecturer: false,
  frequency: { rule: 'meeting.orglife.year', period: 'year' },
  needsMinutes: true,
  hours: {
    source: 'meeting',
    counted: 'study',
  },
  template: [
    { title: '集中学习', minutes: 30, part: 'study' },
    { title: '支部班子和党员对照检查', minutes: 45, part: 'examination' },
    { title: '开展批评和自我批评', minutes: 45, part: 'criticism' },
    { title: '民主评议党员', minutes: 30, part: 'appraisal' },
    { title: '明确整改事项、责任人和期限', minutes: 15, part: 'rectification' },
  ],
}
