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
] as const
