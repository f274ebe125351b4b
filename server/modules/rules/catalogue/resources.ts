import { locally } from './clauses.ts'
import { number } from './declare.ts'

/** How lecturers, venues and bases are lent, and what a base has to offer. */
export const resources = [
  number({
    key: 'resource.order.days',
    name: '点单最迟几天内答复，逾期释放时间',
    unit: 'days',
    tighter: 'lower',
    value: 5,
    ...locally('点单答复期限'),
  }),
  number({
    key: 'resource.idle.percent',
    name: '利用率低于多少提示闲置',
    unit: 'percent',
    tighter: 'none',
    value: 5,
    ...locally('提高阵地利用率'),
  }),
  number({
    key: 'base.items.min',
    name: '每个开放式组织生活基地至少几项活动',
    unit: 'items',
    tighter: 'higher',
    value: 4,
    ...locally('每基地至少 X 个活动项目'),
  }),
  number({
    key: 'site.record.day',
    name: '站点使用记录最迟次月几日交',
    unit: 'days',
    tighter: 'lower',
    value: 5,
    ...locally('远程教育站点学用制度'),
  }),
  number({
    key: 'site.idle.months',
    name: '站点几个月没有活动算闲置',
    unit: 'months',
    tighter: 'lower',
    value: 3,
    ...locally('远程教育站点学用制度'),
  }),
  number({
    key: 'site.equipment.years',
    name: '站点设备用满几年应更新',
    unit: 'years',
    tighter: 'lower',
    value: 6,
    ...locally('站点设备更新'),
  }),
  number({
    key: 'staff.organizer.members',
    name: '每多少名党员至少配一名教育组织员',
    unit: 'persons',
    tighter: 'lower',
    value: 500,
    ...locally('教育工作力量保障'),
  }),
  number({
    key: 'staff.instructor.members',
    name: '每多少名党员至少配一名辅导员、讲师',
    unit: 'persons',
    tighter: 'lower',
    value: 100,
    ...locally('教育工作力量保障'),
  }),
] as const
