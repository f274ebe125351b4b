import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { column, declare } from './declare.ts'
import { activitiesHeld, attendancesHeld, lecturers } from './sources/activities.ts'

const work = '《中国共产党支部工作条例（试行）》'
const education = '《中国共产党党员教育管理工作条例》'
const common = { group: 'activities' } as const

function held(
  id: string,
  [name, definition, clause]: readonly [string, string, string],
  which: SQL,
) {
  return declare({
    ...common,
    id: `activities.${id}`,
    name,
    definition: `${definition}，以已办结的记录为准，按所属月份计入`,
    clause,
    unit: 'times',
    aggregate: { of: 'count' },
    columns: [
      column('name', '活动'),
      column('branch', '党组织'),
      column('day', '日期', 'day'),
      column('present', '到会', 'count'),
    ],
    source: activitiesHeld,
    which,
  })
}

const attended = [
  column('name', '姓名'),
  column('branch', '举办组织'),
  column('activity', '活动'),
  column('day', '日期', 'day'),
]

function attendances(id: string, [name, definition]: readonly [string, string], which: SQL) {
  return declare({
    ...common,
    id: `attendance.${id}`,
    name,
    definition,
    clause: work,
    unit: 'personTimes',
    aggregate: { of: 'count' },
    columns: [...attended, column('note', '说明')],
    source: attendancesHeld,
    which,
  })
}

const isKind = (kind: string) => sql`kind = ${kind}`

export const activityMetrics = [
  held('all', ['开展组织生活次数', '各类组织生活', work], sql`true`),
  held('themeDays', ['主题党日次数', '主题党日', `${education}第十六条`], isKind('themeDay')),
  held('memberMeetings', ['党员大会次数', '党员大会', `${work}第十一条`], isKind('memberMeeting')),
  held(
    'committeeMeetings',
    ['支委会次数', '支部委员会会议', `${work}第十二条`],
    isKind('committeeMeeting'),
  ),
  held('groupMeetings', ['党小组会次数', '党小组会', work], isKind('groupMeeting')),
  held('lectures', ['党课次数', '党课', work], isKind('lecture')),
  held(
    'lifeMeetings',
    ['组织生活会次数', '组织生活会', `${education}第十七条`],
    isKind('lifeMeeting'),
  ),
  held('late', ['迟办结记录数', '在规定期限之后才办结的记录', work], sql`"isLate"`),
  held('field', ['现场教学次数', '以现场教学方式开展的组织生活', work], sql`method = 'field'`),
  declare({
    ...common,
    id: 'activities.lecturers',
    name: '讲党课人数',
    definition: '统计时段内讲过党课的人，同一组织内同名按一人计',
    clause: work,
    unit: 'persons',
    aggregate: { of: 'count' },
    columns: [
      column('name', '授课人'),
      column('branch', '党组织'),
      column('times', '讲课次数', 'count'),
    ],
    source: lecturers,
  }),
  declare({
    ...common,
    id: 'attendance.rate',
    name: '平均到会率',
    definition:
      '到会人次占应到人次的比例，补课不算到会；应到以办结时记录为准，不作硬性要求的党员不计入应到',
    clause: work,
    unit: 'share',
    aggregate: { of: 'share', key: 'isPresent' },
    columns: [...attended, column('isPresent', '到会', 'flag')],
    source: attendancesHeld,
    which: sql`"isDue"`,
  }),
  attendances('present', ['到会人次', '办结记录中到会的人次，含其他支部党员'], sql`"isPresent"`),
  attendances('leave', ['请假人次', '应到而请假的人次'], sql`"isDue" and mark = 'excused'`),
  attendances('absent', ['缺席人次', '应到而未到、未请假的人次'], sql`"isDue" and mark = 'absent'`),
  attendances(
    'remote',
    ['线上参会人次', '以远程方式到会的人次'],
    sql`mark = 'present' and way = 'remote'`,
  ),
  attendances('makeUps', ['补课人次', '缺席后补课的人次'], sql`way = 'makeUp'`),
  attendances(
    'guests',
    ['外支部党员参加人次', '党员到其他支部参加组织生活的人次'],
    sql`"isGuest" and mark = 'present'`,
  ),
  attendances('late', ['迟补记人次', '在规定期限之后才记入的人次'], sql`"isLate"`),
]
