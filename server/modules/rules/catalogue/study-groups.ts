import { locally } from './clauses.ts'
import { declare, number } from './declare.ts'

/** How often theory study groups meet, what they report and who observes them. */
export const studyGroups = [
  number({
    key: 'study_group.discussion.quarter',
    name: '中心组每季度集体研讨',
    unit: 'times',
    tighter: 'higher',
    value: 1,
    from: '2017-01-30',
    clause: '《中国共产党党委（党组）理论学习中心组学习规则》',
    mark: 'known',
  }),
  number({
    key: 'study_group.report.days',
    name: '一学一报上报期限',
    unit: 'days',
    tighter: 'lower',
    value: 5,
    ...locally('每次学习后'),
  }),
  number({
    key: 'study_group.days.year',
    name: '中心组每年学习天数',
    unit: 'days',
    tighter: 'higher',
    value: 0,
    ...locally('有的地方规定不少于12天；0表示没有规定'),
  }),
  declare({
    key: 'study_group.attendance.min',
    name: '中心组学习到会率',
    unit: 'share',
    shape: 'share',
    tighter: 'higher',
    seeds: [{ value: [9, 10], ...locally('到会率不低于九成') }],
  }),
  number({
    key: 'study_group.observed.year',
    name: '中心组每年被旁听',
    unit: 'times',
    tighter: 'higher',
    value: 1,
    ...locally('列席旁听每年全覆盖'),
  }),
  number({
    key: 'study_group.filing.days',
    name: '中心组年度报备期限（从元旦起）',
    unit: 'days',
    tighter: 'lower',
    value: 31,
    ...locally('每年一月报备成员名单、计划和上年总结'),
  }),
] as const
