import { sql } from 'drizzle-orm'
import { column, declare } from './declare.ts'
import { appraisalsOfYear, shortcomingsOfYear } from './sources/appraisal.ts'

const education = '《中国共产党党员教育管理工作条例》'
const common = { group: 'activities' } as const

const branches = [
  column('name', '党支部'),
  column('people', '参加评议', 'count'),
  column('graded', '已定等', 'count'),
  column('excellent', '优秀', 'count'),
  column('isSettled', '已办结', 'flag'),
]

const found = [
  column('name', '问题'),
  column('branch', '党支部'),
  column('owner', '责任人'),
  column('day', '期限', 'day'),
  column('isSettled', '已销号', 'flag'),
]

export const appraisalMetrics = [
  declare({
    ...common,
    id: 'appraisal.settledShare',
    name: '已办结民主评议的党支部占比',
    definition: '截至统计日，统计时段所在年度民主评议党员已经办结的党支部占比',
    clause: `${education}第十八条`,
    unit: 'share',
    aggregate: { of: 'share', key: 'isSettled' },
    columns: branches,
    source: appraisalsOfYear,
  }),
  declare({
    ...common,
    id: 'appraisal.missing',
    name: '未办结民主评议的党支部数',
    definition: '截至统计日，统计时段所在年度民主评议党员没有开展或没有办结的党支部',
    clause: `${education}第十八条`,
    unit: 'organizations',
    aggregate: { of: 'count' },
    columns: branches,
    source: appraisalsOfYear,
    which: sql`not "isSettled"`,
  }),
  declare({
    ...common,
    id: 'shortcomings.settledShare',
    name: '查摆问题销号率',
    definition: '统计时段所在年度查摆的问题中已经验收销号的占比',
    clause: `${education}第十七条`,
    unit: 'share',
    aggregate: { of: 'share', key: 'isSettled' },
    columns: found,
    source: shortcomingsOfYear,
  }),
  declare({
    ...common,
    id: 'shortcomings.overdue',
    name: '逾期未整改的问题数',
    definition: '统计时段所在年度查摆的问题中，截至统计日过了期限还在整改的',
    clause: `${education}第十七条`,
    unit: 'times',
    aggregate: { of: 'count' },
    columns: found,
    source: shortcomingsOfYear,
    which: sql`"isOverdue"`,
  }),
]
