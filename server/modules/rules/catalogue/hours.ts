import { by, knownBy, locally } from './clauses.ts'
import { number } from './declare.ts'

const plan2009 = '《2009—2013年全国党员教育培训工作规划》'

/** How much a year of study has to hold. Study is kept in minutes, 60 to the hour. */
export const hours = [
  number({
    key: 'hours.member.year',
    name: '党员每年集中学习培训',
    unit: 'studyMinutes',
    tighter: 'higher',
    value: 1920,
    ...by('education', '第二十条'),
    earlier: [
      {
        value: 960,
        from: '2009-07-01',
        clause: `${plan2009}（农村、社区、学校党员）`,
        mark: 'found',
      },
    ],
  }),
  number({
    key: 'hours.secretary_committee.year',
    name: '书记和班子成员每年集中学习培训',
    unit: 'studyMinutes',
    tighter: 'higher',
    value: 3360,
    ...by('plan'),
    earlier: [
      {
        value: 1440,
        from: '2009-07-01',
        clause: `${plan2009}（机关、两新组织负责人）`,
        mark: 'found',
      },
    ],
  }),
  number({
    key: 'hours.secretary_committee.classes.year',
    name: '书记和班子成员每年集中培训',
    unit: 'times',
    tighter: 'higher',
    value: 1,
    ...by('plan'),
  }),
  number({
    key: 'hours.topic.year',
    name: '重点专题每年学习',
    unit: 'studyMinutes',
    tighter: 'higher',
    value: 240,
    ...locally('年度重点专题学时'),
  }),
  number({
    key: 'hours.cadre.county.5y',
    name: '县处级以上领导干部五年脱产培训',
    unit: 'studyMinutes',
    tighter: 'higher',
    value: 33_000,
    ...by('cadres', '第十四条'),
  }),
  number({
    key: 'hours.cadre.section.year',
    name: '科级及以下干部每年培训',
    unit: 'studyMinutes',
    tighter: 'higher',
    value: 5400,
    ...by('cadres', '第十四条'),
  }),
  number({
    key: 'hours.cadre.online.year',
    name: '干部每年网络培训',
    unit: 'studyMinutes',
    tighter: 'higher',
    value: 3000,
    ...knownBy('cadres', '配套规划'),
  }),
  number({
    key: 'online.month.min',
    name: '每月网络学习',
    unit: 'studyMinutes',
    tighter: 'higher',
    value: 60,
    ...locally('每月对学习情况督促检查'),
  }),
  number({
    key: 'hours.day.max',
    name: '每人每天最多计入的学时',
    unit: 'studyMinutes',
    tighter: 'lower',
    value: 720,
    ...locally('单日学时上限'),
  }),
] as const
