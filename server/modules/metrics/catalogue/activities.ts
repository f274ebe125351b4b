import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { periodsIn } from '../rules.ts'
import { column, declare, ruleAt, under } from './declare.ts'
import type { ScopeRule, Scope } from './declare.ts'
import { branchKinds, exists } from './organizations.ts'

const work = '《中国共产党支部工作条例（试行）》'
const months = ({ from, to }: Scope) =>
  sql`a.month between ${from.slice(0, 7)} and ${to.slice(0, 7)}`

/** Held is what has a closed record: called off and still open ones do not count. */
function heldRows(scope: Scope, which: SQL): SQL {
  return sql`
    select a.id::text as id, a.title as name, o.name as branch, a.starts_at as sort,
           to_char(a.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day,
           a.lecturer_name as lecturer, c.is_late as "isLate",
           (select count(*) from attendances t where t.unit_id = a.unit_id and t.activity_id = a.id
              and t.mark = 'present')::int as present
    from activities a
    join closures c on c.unit_id = a.unit_id and c.activity_id = a.id and c.reopened_at is null
    join organizations o on o.id = a.organization_id
    where a.cancelled_at is null and ${under(scope, 'o.path')} and ${months(scope)} and ${which}`
}

function held(
  id: string,
  [name, definition, clause]: readonly [string, string, string],
  which: SQL,
) {
  return declare({
    id: `activities.${id}`,
    name,
    definition: `${definition}，以已办结的记录为准，按所属月份计入`,
    clause,
    group: 'activities',
    unit: 'times',
    aggregate: { of: 'count' },
    columns: [
      column('name', '活动'),
      column('branch', '党组织'),
      column('day', '日期', 'day'),
      column('present', '到会', 'count'),
    ],
    rows: (scope) => heldRows(scope, which),
  })
}

/** One line for each person at each occasion that was held. */
function attendanceRows(scope: Scope, which: SQL): SQL {
  return sql`
    select t.id::text as id, m.name as name, m.name_key as sort, o.name as branch, a.title as activity,
           to_char(a.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day,
           t.mark = 'present' and t.way <> 'makeUp' as "isPresent", t.note as note
    from attendances t
    join activities a on a.unit_id = t.unit_id and a.id = t.activity_id
    join closures c on c.unit_id = a.unit_id and c.activity_id = a.id and c.reopened_at is null
    left join members m on m.unit_id = t.unit_id and m.id = t.member_id
    join organizations o on o.id = a.organization_id
    where a.cancelled_at is null and ${under(scope, 'o.path')} and ${months(scope)} and ${which}`
}

const attended = [
  column('name', '姓名'),
  column('branch', '举办组织'),
  column('activity', '活动'),
  column('day', '日期', 'day'),
]

function attendances(id: string, [name, definition]: readonly [string, string], which: SQL) {
  const words = { id: `attendance.${id}`, name, definition, clause: work }
  const kind = { group: 'activities', unit: 'personTimes', aggregate: { of: 'count' } } as const
  const columns = [...attended, column('note', '说明')]
  return declare({ ...words, ...kind, columns, rows: (scope) => attendanceRows(scope, which) })
}

/**
 * One line for each branch: how many periods it kept, of those that are kept or cannot be kept any more. As on the
 * frequency board: a period is lost when its days of grace are over too.
 */
function frequencyRows(scope: Scope, { kind, rule, months: length, isCommittees }: Frequency): SQL {
  const periods = periodsIn(scope, length).map(({ key, months: [first, last], until }) => ({
    key,
    first,
    last,
    until,
  }))
  const list = sql`jsonb_to_recordset(${JSON.stringify(periods)}::jsonb)
    as p(key text, first text, last text, until date)`
  return sql`
    select f.*, f.kept >= f.due as "isMet" from (
      select o.id::text as id, o.name as name, o.name_key as sort,
        count(*) filter (where coalesce(h.held, 0) >= n.needed)::int as kept,
        count(*) filter (where coalesce(h.held, 0) >= n.needed
          or ${scope.day}::date > p.until + n.grace)::int as due
      from organizations o
      cross join lateral (select ${ruleAt(scope, rule)} as needed,
        ${ruleAt(scope, 'meeting.makeup.days')} as grace) n
      cross join ${list}
      left join (
        select a.organization_id, p.key, count(*) as held
        from activities a
        join closures c on c.unit_id = a.unit_id and c.activity_id = a.id and c.reopened_at is null
        join ${list} on a.month between p.first and p.last
        where a.kind = ${kind} and a.cancelled_at is null group by 1, 2
      ) h on h.organization_id = o.id and h.key = p.key
      where ${under(scope, 'o.path')} and ${exists(scope)} and o.kind in ${branchKinds}
        and n.needed > 0 and (o.founded_on is null or o.founded_on <= p.until)
        and ${isCommittees ? hasCommittee(scope) : sql`true`}
      group by o.id, o.name, o.name_key
    ) f where f.due > 0`
}

/** Who has no committee of at least three holds no committee meetings. */
function hasCommittee({ day }: Scope): SQL {
  return sql`(select count(distinct q.member_id) from posts q where q.organization_id = o.id
    and q.post not in ('groupLeader', 'firstSecretary') and q.from_day <= ${day}
    and (q.until_day is null or q.until_day >= ${day})) >= 3`
}

type Frequency = {
  readonly kind: string
  readonly rule: ScopeRule
  readonly months: 1 | 3
  readonly name: string
  readonly clause: string
  readonly isCommittees: boolean
}

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
]

const compliance = frequencies.flatMap((frequency) => {
  const { kind, name, clause, months: length } = frequency
  const every = length === 1 ? '每月' : '每季度'
  const columns = [
    column('name', '党支部'),
    column('kept', '按期开展', 'count'),
    column('due', '应开展', 'count'),
    column('isMet', '达到频次', 'flag'),
  ]
  const common = { group: 'activities', clause, columns } as const
  const grace = '未满期和仍在补开期内的不计为缺，自支部成立起算'
  return [
    declare({
      ...common,
      id: `frequency.${kind}Share`,
      name: `${every}按规定开展${name}的党支部占比`,
      definition: `统计时段内${every}都按规定次数开展${name}的党支部占比；${grace}`,
      unit: 'share',
      aggregate: { of: 'share', key: 'isMet' },
      rows: (scope) => frequencyRows(scope, frequency),
    }),
    declare({
      ...common,
      id: `frequency.${kind}Missed`,
      name: `未做到${every}按规定开展${name}的党支部数`,
      definition: `统计时段内有${length === 1 ? '月份' : '季度'}没有按规定次数开展${name}的党支部；${grace}`,
      unit: 'organizations',
      aggregate: { of: 'count' },
      rows: (scope) =>
        sql`select * from (${frequencyRows(scope, frequency)}) g where not g."isMet"`,
    }),
  ]
})

export const activityMetrics = [
  held('all', ['开展组织生活次数', '各类组织生活', work], sql`true`),
  held(
    'themeDays',
    ['主题党日次数', '主题党日', '《中国共产党党员教育管理工作条例》第十六条'],
    sql`a.kind = 'themeDay'`,
  ),
  held(
    'memberMeetings',
    ['党员大会次数', '党员大会', `${work}第十一条`],
    sql`a.kind = 'memberMeeting'`,
  ),
  held(
    'committeeMeetings',
    ['支委会次数', '支部委员会会议', `${work}第十二条`],
    sql`a.kind = 'committeeMeeting'`,
  ),
  held('groupMeetings', ['党小组会次数', '党小组会', work], sql`a.kind = 'groupMeeting'`),
  held('lectures', ['党课次数', '党课', work], sql`a.kind = 'lecture'`),
  held('late', ['迟办结记录数', '在规定期限之后才办结的记录', work], sql`c.is_late`),
  held('field', ['现场教学次数', '以现场教学方式开展的组织生活', work], sql`a.method = 'field'`),
  declare({
    id: 'activities.lecturers',
    name: '讲党课人数',
    definition: '统计时段内讲过党课的人，同一组织内同名按一人计',
    clause: work,
    group: 'activities',
    unit: 'persons',
    aggregate: { of: 'count' },
    columns: [
      column('name', '授课人'),
      column('branch', '党组织'),
      column('times', '讲课次数', 'count'),
    ],
    rows: (scope) => sql`
      select min(l.id) as id, l.lecturer as name, l.lecturer as sort, l.branch as branch, count(*)::int as times
      from (${heldRows(scope, sql`a.kind = 'lecture' and a.lecturer_name <> ''`)}) l
      group by l.lecturer, l.branch`,
  }),
  declare({
    id: 'attendance.rate',
    name: '平均到会率',
    definition:
      '到会人次占应到人次的比例，补课不算到会；应到以办结时记录为准，不作硬性要求的党员不计入应到',
    clause: work,
    group: 'activities',
    unit: 'share',
    aggregate: { of: 'share', key: 'isPresent' },
    columns: [...attended, column('isPresent', '到会', 'flag')],
    rows: (scope) => attendanceRows(scope, sql`t.is_due`),
  }),
  attendances(
    'present',
    ['到会人次', '办结记录中到会的人次，含其他支部党员'],
    sql`t.mark = 'present' and t.way <> 'makeUp'`,
  ),
  attendances('leave', ['请假人次', '应到而请假的人次'], sql`t.is_due and t.mark = 'excused'`),
  attendances(
    'absent',
    ['缺席人次', '应到而未到、未请假的人次'],
    sql`t.is_due and t.mark = 'absent'`,
  ),
  attendances(
    'remote',
    ['线上参会人次', '以远程方式到会的人次'],
    sql`t.mark = 'present' and t.way = 'remote'`,
  ),
  attendances('makeUps', ['补课人次', '缺席后补课的人次'], sql`t.way = 'makeUp'`),
  attendances(
    'guests',
    ['外支部党员参加人次', '党员到其他支部参加组织生活的人次'],
    sql`t.is_guest and t.mark = 'present'`,
  ),
  attendances('late', ['迟补记人次', '在规定期限之后才记入的人次'], sql`t.is_late`),
  ...compliance,
]
