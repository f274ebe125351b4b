import { locally } from './clauses.ts'
import { number } from './declare.ts'

const monthly = { unit: 'months', tighter: 'none' } as const

/** When somebody's study or attendance has fallen so far that the branch should talk with them. */
export const alerts = [
  number({
    key: 'alert.absences.times',
    name: '无故缺席达到多少次提示谈话',
    unit: 'times',
    tighter: 'lower',
    value: 3,
    ...locally('常态化约谈提醒'),
  }),
  number({
    key: 'alert.absences.months',
    name: '无故缺席统计多长时间',
    ...monthly,
    value: 6,
    ...locally('常态化约谈提醒'),
  }),
  number({
    key: 'alert.recent.months',
    name: '学习预警的近期',
    ...monthly,
    value: 3,
    ...locally('与本人以前相比'),
  }),
  number({
    key: 'alert.earlier.months',
    name: '学习预警的对照期',
    ...monthly,
    value: 6,
    ...locally('与本人以前相比'),
  }),
  number({
    key: 'alert.attendance.fall',
    name: '到会率比以前下降多少个百分点即预警',
    unit: 'percent',
    tighter: 'lower',
    value: 30,
    ...locally('与本人以前相比'),
  }),
  number({
    key: 'alert.study.fall',
    name: '月均学习时间比以前下降多少即预警',
    unit: 'percent',
    tighter: 'lower',
    value: 50,
    ...locally('与本人以前相比'),
  }),
  number({
    key: 'talk.follow_up.days',
    name: '谈话后最迟多少天跟进',
    unit: 'days',
    tighter: 'lower',
    value: 30,
    ...locally('跟踪问效'),
  }),
  number({
    key: 'talk.again.days',
    name: '谈话办结后多少天内不再提示',
    unit: 'days',
    tighter: 'none',
    value: 90,
    ...locally('给改进留出时间'),
  }),
  number({
    key: 'role.claims.max',
    name: '无职党员每年最多认领岗位',
    unit: 'times',
    tighter: 'none',
    value: 2,
    ...locally('量力而行'),
  }),
] as const
