import { locally } from './clauses.ts'
import { number } from './declare.ts'

const unbound = { tighter: 'none' } as const

/** Learning from the course library: all of it is for each place to set. */
export const courseRules = [
  number({
    key: 'course.fresh.months',
    name: '政策形势课程多久要核对一次',
    unit: 'months',
    tighter: 'lower',
    value: 12,
    ...locally('政策形势教育内容及时更新'),
  }),
  number({
    key: 'course.rating.low',
    name: '课程平均分低于多少提醒作者（百分制）',
    unit: 'points',
    ...unbound,
    value: 60,
    ...locally('课程评价'),
  }),
  number({
    key: 'course.rating.count',
    name: '至少多少人评价才提醒',
    unit: 'persons',
    ...unbound,
    value: 3,
    ...locally('课程评价'),
  }),
  number({
    key: 'course.micro.points',
    name: '微党课采用一课记多少积分',
    unit: 'points',
    ...unbound,
    value: 5,
    ...locally('微党课采用积分'),
  }),
  number({
    key: 'course.discussion.minutes',
    name: '一条有效讨论记多少学时',
    unit: 'studyMinutes',
    ...unbound,
    value: 10,
    ...locally('在线学习讨论学时'),
  }),
  number({
    key: 'course.discussion.max',
    name: '一门课程的讨论最多记多少学时',
    unit: 'studyMinutes',
    ...unbound,
    value: 30,
    ...locally('在线学习讨论学时'),
  }),
  number({
    key: 'course.discussion.characters',
    name: '讨论至少写多少个字才记学时',
    unit: 'times',
    tighter: 'higher',
    value: 50,
    ...locally('在线学习讨论学时'),
  }),
] as const
