import { lectureTypes, speakers } from '@zhixing/contract/life-words.ts'
import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { column, declare } from './declare.ts'
import { activitiesHeld } from './sources/activities.ts'
import { leadersThere } from './sources/leaders.ts'

const work = '《中国共产党支部工作条例（试行）》'
const education = '《中国共产党党员教育管理工作条例》'

function lectures(id: string, [name, definition]: readonly [string, string], which: SQL) {
  return declare({
    id: `lectures.${id}`,
    group: 'activities',
    name,
    definition: `${definition}，以已办结的党课宣讲记录为准，按所属月份计入`,
    clause: `${work}第四章`,
    unit: 'times',
    aggregate: { of: 'count' },
    columns: [
      column('name', '党课'),
      column('branch', '党组织'),
      column('lecturer', '授课人'),
      column('speakerWord', '授课人类别'),
      column('typeWord', '类型'),
      column('day', '日期', 'day'),
      column('present', '听讲', 'count'),
    ],
    source: activitiesHeld,
    which: sql`kind = 'lecture' and ${which}`,
  })
}

/** Of each type of talk, and of each category of speaker: one number each, so that a report can say any of them. */
export const lectureMetrics = [
  ...Object.entries(lectureTypes).map(([key, word]) =>
    lectures(`type.${key}`, [`${word}场次`, `类型为${word}的宣讲`], sql`"lectureType" = ${key}`),
  ),
  ...Object.entries(speakers).map(([key, word]) =>
    lectures(`by.${key}`, [`${word}宣讲场次`, `授课人类别为${word}的宣讲`], sql`speaker = ${key}`),
  ),
  declare({
    id: 'leaders.dualLife',
    group: 'activities',
    name: '领导干部参加双重组织生活比例',
    definition:
      '党员领导干部在所在支部或党小组应到的组织生活中到会的比例，补课不算到会；以办结的记录为准',
    clause: `${education}第十六条`,
    unit: 'share',
    aggregate: { of: 'ratio', key: 'present', over: 'due' },
    columns: [
      column('name', '姓名'),
      column('posts', '职务'),
      column('branch', '所在党支部'),
      column('due', '应到', 'count'),
      column('present', '实到', 'count'),
      column('gap', '差', 'count'),
    ],
    source: leadersThere,
  }),
]
