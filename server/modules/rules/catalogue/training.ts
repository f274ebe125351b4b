import { by, locally } from './clauses.ts'
import { declare, number } from './declare.ts'

/** Who has to be trained by whom and how soon. */
export const training = [
  number({
    key: 'training.secretary.rotation.year',
    name: '书记每年参加县级以上轮训',
    unit: 'times',
    tighter: 'higher',
    value: 1,
    ...by('plan'),
  }),
  number({
    key: 'training.new_secretary.within',
    name: '新任书记任职培训期限',
    unit: 'months',
    tighter: 'lower',
    value: 6,
    ...by('plan'),
  }),
  number({
    key: 'training.new_member.window',
    name: '新党员培训期限（转正后）',
    unit: 'months',
    tighter: 'lower',
    value: 12,
    ...by('plan'),
  }),
  number({
    key: 'training.village_secretary.city_level.per_term',
    name: '村（社区）书记任期内市级以上示范培训',
    unit: 'times',
    tighter: 'higher',
    value: 1,
    ...locally('每届至少一次'),
  }),
  number({
    key: 'rotation.all_members',
    name: '全体党员轮训周期',
    unit: 'years',
    tighter: 'lower',
    value: 5,
    ...by('plan'),
  }),
  declare({
    key: 'class.leave.max',
    name: '培训班请假上限',
    unit: 'share',
    shape: 'share',
    tighter: 'lower',
    seeds: [{ value: [1, 7], ...by('cadres', '第十五条') }],
  }),
  declare({
    key: 'class.cost.day',
    name: '培训费综合定额（一、二、三类）',
    unit: 'yuan',
    shape: 'steps',
    tighter: 'none',
    seeds: [
      {
        value: [
          { upTo: 1, value: 760 },
          { upTo: 2, value: 650 },
          { upTo: null, value: 550 },
        ],
        ...by('classFees'),
      },
    ],
  }),
  declare({
    key: 'lecturer.fee.hour',
    name: '讲课费每学时上限（副高、正高、院士）',
    unit: 'yuan',
    shape: 'steps',
    tighter: 'none',
    seeds: [
      {
        value: [
          { upTo: 1, value: 500 },
          { upTo: 2, value: 1000 },
          { upTo: null, value: 1500 },
        ],
        ...by('classFees'),
      },
    ],
  }),
  number({
    key: 'lecturer.fee.half_day.hours',
    name: '半天最多计讲课费学时',
    unit: 'hours',
    tighter: 'lower',
    value: 4,
    ...by('classFees'),
  }),
] as const
