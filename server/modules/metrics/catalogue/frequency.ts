import { sql } from 'drizzle-orm'
import { column, declare } from './declare.ts'
import { frequencyOf } from './sources/frequency.ts'
import type { Frequency } from './sources/frequency.ts'

const work = '《中国共产党支部工作条例（试行）》'

const frequencies: Frequency[] = [
  {
    kind: 'themeDay',
    rule: 'meeting.themeday.month',
    months: 1,
    name: '主题党日',
    clause: '《中国共产党党员教育管理工作条例》第十六条',
    isCommittees: false,
  },
  {
    kind: 'memberMeeting',
    rule: 'meeting.member.quarter',
    months: 3,
    name: '党员大会',
    clause: `${work}第十一条`,
    isCommittees: false,
  },
  {
    kind: 'committeeMeeting',
    rule: 'meeting.committee.month',
    months: 1,
    name: '支委会',
    clause: `${work}第十二条`,
    isCommittees: true,
  },
  {
    kind: 'lecture',
    rule: 'meeting.lecture.quarter',
    months: 3,
    name: '党课',
    clause: work,
    isCommittees: false,
  },
  {
    kind: 'lifeMeeting',
    rule: 'meeting.orglife.year',
    months: 12,
    name: '组织生活会',
    clause: '《中国共产党党员教育管理工作条例》第十七条',
    isCommittees: false,
  },
]

const spans = { 1: ['每月', '月份'], 3: ['每季度', '季度'], 12: ['每年', '年度'] } as const

export const frequencyMetrics = frequencies.flatMap((frequency) => {
  const { kind, name, clause, months } = frequency
  const [every, span] = spans[months]
  const columns = [
    column('name', '党支部'),
    column('kept', '按期开展', 'count'),
    column('due', '应开展', 'count'),
    column('isMet', '达到频次', 'flag'),
  ]
  const common = { group: 'activities', clause, columns, source: frequencyOf(frequency) } as const
  const grace = '未满期和仍在补开期内的不计为缺，自支部成立起算'
  return [
    declare({
      ...common,
      id: `frequency.${kind}Share`,
      name: `${every}按规定开展${name}的党支部占比`,
      definition: `统计时段内${every}都按规定次数开展${name}的党支部占比；${grace}`,
      unit: 'share',
      aggregate: { of: 'share', key: 'isMet' },
    }),
    declare({
      ...common,
      id: `frequency.${kind}Missed`,
      name: `未做到${every}按规定开展${name}的党支部数`,
      definition: `统计时段内有${span}没有按规定次数开展${name}的党支部；${grace}`,
      unit: 'organizations',
      aggregate: { of: 'count' },
      which: sql`not "isMet"`,
    }),
  ]
})
