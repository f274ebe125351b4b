import { column, declare } from './declare.ts'
import { studyGroupsHeld, studyObserved } from './sources/study-groups.ts'
import { sql } from 'drizzle-orm'

const rules = '《中国共产党党委（党组）理论学习中心组学习规则》'

const seen = {
  group: 'activities',
  clause: `${rules}；列席旁听是本地督学办法`,
  unit: 'times',
  aggregate: { of: 'count' },
  columns: [
    column('name', '中心组'),
    column('topic', '学习主题'),
    column('day', '日期', 'day'),
    column('observer', '旁听人'),
    column('score', '评分', 'count'),
  ],
  source: studyObserved,
} as const

const groups = {
  group: 'activities',
  clause: rules,
  columns: [
    column('name', '中心组'),
    column('branch', '党组织'),
    column('discussions', '集体研讨', 'count'),
    column('observed', '被旁听', 'count'),
  ],
  source: studyGroupsHeld,
} as const

/** Study groups: how often they discussed, and whether each was observed; five years add up. */
export const studyGroupMetrics = [
  declare({
    ...groups,
    id: 'studyGroups.discussions',
    name: '中心组集体研讨次数',
    definition: '统计时段内办结了记录的中心组集体研讨，自学和调研不计',
    unit: 'times',
    aggregate: { of: 'sum', key: 'discussions' },
  }),
  declare({
    ...groups,
    id: 'studyGroups.observedShare',
    name: '中心组旁听覆盖率',
    definition: '统计时段内至少被旁听过一次的中心组所占比例，以填过旁听记录表的为准',
    unit: 'share',
    aggregate: { of: 'share', key: 'isObserved' },
  }),
  declare({
    ...seen,
    id: 'studyGroups.observed',
    name: '中心组旁听场次',
    definition: '统计时段内填过旁听记录表的旁听，按人次计',
    which: sql`"isHere"`,
  }),
  declare({
    ...seen,
    id: 'studyGroups.observedFiveYears',
    name: '五年累计旁听场次',
    definition: '到统计时段末为止五个年度的旁听，按人次计',
  }),
]
