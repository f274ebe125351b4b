import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { requirementOf } from '../../requirements/index.ts'
import type { Definition } from '../rules.ts'
import { column, declare, under } from './declare.ts'
import type { Scope } from './declare.ts'
import { belongs, isExcused } from './members.ts'

const education = '《中国共产党党员教育管理工作条例》'
const yearly = `${education}第二十条`

/**
 * Entries that count: neither taken back nor taking something back; kept at the home branch of that day.
 * Every entry has its member; joined from the left, so that a count that asks nothing of them need not look.
 */
function entryRows(scope: Scope, which: SQL): SQL {
  return sql`
    select e.id::text as id, m.name as name, m.name_key as sort, o.name as branch, e.title as title,
           e.day::text as day, e.minutes as minutes, m.id as "memberId",
           case when e.is_online then e.minutes else 0 end as online
    from hour_entries e
    left join members m on m.unit_id = e.unit_id and m.id = e.member_id
    join organizations o on o.id = e.organization_id
    where e.ledger = 'member' and e.reverses_id is null and e.day between ${scope.from} and ${scope.to}
      and not exists (select 1 from hour_entries r where r.reverses_id is not null
        and r.unit_id = e.unit_id and r.reverses_id = e.id)
      and ${under(scope, 'o.path')} and ${which}`
}

/** One line for each member who belongs on the day, with the minutes of the period. */
function studyRows(scope: Scope, which: SQL): SQL {
  return sql`
    select s.*, s.minutes > 0 as "isTrained" from (
      select m.id::text as id, m.name as name, m.name_key as sort, o.name as branch,
        coalesce(h.minutes, 0)::int as minutes
      from members m
      join organizations o on o.id = m.organization_id
      left join ${studied(scope)} h on h.unit_id = m.unit_id and h.member_id = m.id
      where ${under(scope, 'o.path')} and ${belongs(scope)} and ${which}
    ) s`
}

/** One line for each who owes hours in the year of the last day: the very rows of the requirements board. */
function standRows(
  { frame }: Scope,
  requirement: 'memberHours' | 'committeeHours',
  which: SQL,
): SQL {
  return sql`
    select d."memberId"::text as id, d.name, d.sort, d."branchName" as branch,
      d."doneMinutes"::int as minutes, d."dueYearMinutes"::int as owed, d.standing = 'met' as "isMet"
    from (${requirementOf(requirement).rows(frame)}) d where d.standing <> 'excused' and ${which}`
}

/** Minutes by member; for a whole year they are kept as sums beside the ledger, in the same transaction. */
function studied({ from, to }: Scope): SQL {
  const year = Number(from.slice(0, 4))
  if (from === `${String(year)}-01-01` && to === `${String(year)}-12-31`)
    return sql`(select unit_id, member_id, minutes from hour_totals
      where ledger = 'member' and year = ${year}::int)`
  return sql`(select e.unit_id, e.member_id, sum(e.minutes) as minutes from hour_entries e
    where e.ledger = 'member' and e.day between ${from} and ${to} group by 1, 2)`
}

const due = (scope: Scope) => sql`not ${isExcused(scope)}`

/** Who held one of these posts on the scope's day. */
function holds(scope: Scope, posts: SQL): SQL {
  return sql`exists (select 1 from posts p where p.unit_id = m.unit_id and p.member_id = m.id
    and p.post in ${posts} and p.from_day <= ${scope.day}
    and (p.until_day is null or p.until_day >= ${scope.day}))`
}

const committee = sql`('secretary', 'deputySecretary', 'organizationOfficer', 'publicityOfficer', 'disciplineOfficer', 'officer')`

const entryColumns = [
  column('name', '姓名'),
  column('branch', '所在党支部'),
  column('title', '内容'),
  column('day', '日期', 'day'),
  column('minutes', '学时', 'minutes'),
]
const studyColumns = [
  column('name', '姓名'),
  column('branch', '所在党支部'),
  column('minutes', '学时', 'minutes'),
]
const standColumns = [
  column('name', '姓名'),
  column('branch', '所在党支部'),
  column('minutes', '已完成', 'minutes'),
  column('owed', '全年应完成', 'minutes'),
]

type Cohort = readonly [id: string, name: string, which: (scope: Scope) => SQL]

/** Whom the work reports speak of one by one: person-times, distinct persons, and the share of all. */
const cohorts: Cohort[] = [
  ['all', '党员', () => sql`true`],
  ['secretaries', '党组织书记', (scope) => holds(scope, sql`('secretary')`)],
  ['firstSecretaries', '第一书记', (scope) => holds(scope, sql`('firstSecretary')`)],
  ['officers', '党组织班子成员', (scope) => holds(scope, committee)],
  ['probationary', '预备党员', () => sql`m.stage = 'probationary'`],
  ['rural', '农村党员', () => sql`o.sector = 'village'`],
  ['floating', '流动党员', ({ day }) => sql`m.floating_since <= ${day}`],
]

const trained = cohorts.flatMap(([id, name, which]) => [
  declare({
    id: `training.${id}PersonTimes`,
    name: `${name}学习培训人次`,
    definition: `统计时段内${name}取得学时的次数，已冲销的不计；按当时所在党支部统计`,
    clause: yearly,
    group: 'hours',
    unit: 'personTimes',
    aggregate: { of: 'count' },
    columns: entryColumns,
    rows: (scope) => entryRows(scope, which(scope)),
  }),
  declare({
    id: `training.${id}Persons`,
    name: `参加学习培训的${name}数`,
    definition: `截至统计日在册${name}中，统计时段内取得过学时的人数`,
    clause: yearly,
    group: 'hours',
    unit: 'persons',
    aggregate: { of: 'count' },
    columns: studyColumns,
    rows: (scope) => sql`select * from (${studyRows(scope, which(scope))}) t where t."isTrained"`,
  }),
  declare({
    id: `training.${id}Coverage`,
    name: `${name}参训覆盖率`,
    definition: `应参训${name}中取得过学时的比例；经批准不作硬性要求的不计入应参训`,
    clause: yearly,
    group: 'hours',
    unit: 'share',
    aggregate: { of: 'share', key: 'isTrained' },
    columns: [...studyColumns, column('isTrained', '已参训', 'flag')],
    rows: (scope) => studyRows(scope, sql`${which(scope)} and ${due(scope)}`),
  }),
])

const plan = '《2019—2023年全国党员教育培训工作规划》'
const lawful = '经批准不作硬性要求的和当年尚无应学月份的不在其内；与学习要求看板同一口径，按全年计'
const hoursOf = {
  member: { requirement: 'memberHours', who: '应参训党员', clause: yearly },
  secretary: { requirement: 'committeeHours', who: '书记和班子成员', clause: plan },
} as const

/** What the requirements board says of the year, as numbers. */
function standing(
  id: string,
  of: keyof typeof hoursOf,
  words: Pick<Definition, 'name' | 'definition' | 'unit' | 'aggregate'>,
  which = sql`true`,
) {
  const { requirement, who, clause } = hoursOf[of]
  return declare({
    ...words,
    id: `hours.${id}`,
    definition: `${who}中，${words.definition}；${lawful}`,
    clause,
    group: 'hours',
    columns:
      words.aggregate.of === 'share'
        ? [...standColumns, column('isMet', '达标', 'flag')]
        : standColumns,
    rows: (scope) => standRows(scope, requirement, which),
  })
}

const persons = { unit: 'persons', aggregate: { of: 'count' } } as const
const mean = { unit: 'hours', aggregate: { of: 'mean', key: 'minutes' } } as const
const isMet = sql`d.standing = 'met'`

export const hourMetrics = [
  standing('due', 'member', {
    ...persons,
    name: '应参训党员数',
    definition: '须完成年度学时的人数',
  }),
  standing('mean', 'member', { ...mean, name: '人均学时', definition: '已完成学时的平均数' }),
  standing(
    'met',
    'member',
    { ...persons, name: '学时达标党员数', definition: '已完成学时达到全年应完成的人数' },
    isMet,
  ),
  standing(
    'short',
    'member',
    { ...persons, name: '学时未达标党员数', definition: '已完成学时未达到全年应完成的人数' },
    sql`not (${isMet})`,
  ),
  standing('metShare', 'member', {
    name: '学时达标率',
    definition: '已完成学时达到全年应完成的占比',
    unit: 'share',
    aggregate: { of: 'share', key: 'isMet' },
  }),
  standing(
    'none',
    'member',
    { ...persons, name: '未参加学习培训党员数', definition: '全年没有取得学时的人数' },
    sql`d."doneMinutes" = 0`,
  ),
  standing('secretaryMean', 'secretary', {
    ...mean,
    name: '书记和班子成员人均学时',
    definition: '已完成学时的平均数',
  }),
  standing(
    'secretaryShort',
    'secretary',
    {
      ...persons,
      name: '学时未达标的书记和班子成员数',
      definition: '已完成学时未达到全年应完成的人数',
    },
    sql`not (${isMet})`,
  ),
  declare({
    id: 'hours.total',
    name: '学时总数',
    definition: '统计时段内党员取得的学时合计，已冲销的不计',
    clause: yearly,
    group: 'hours',
    unit: 'hours',
    aggregate: { of: 'sum', key: 'minutes' },
    columns: entryColumns,
    rows: (scope) => entryRows(scope, sql`true`),
  }),
  declare({
    id: 'hours.centralized',
    name: '集中培训学时',
    definition: '其中属集中培训和集体学习的学时合计',
    clause: yearly,
    group: 'hours',
    unit: 'hours',
    aggregate: { of: 'sum', key: 'minutes' },
    columns: entryColumns,
    rows: (scope) => entryRows(scope, sql`e.is_centralized`),
  }),
  declare({
    id: 'hours.onlineShare',
    name: '网络学习学时占比',
    definition: '网络学习取得的学时占学时总数的比例',
    clause: `${education}第三十六条`,
    group: 'hours',
    unit: 'share',
    aggregate: { of: 'ratio', key: 'online', over: 'minutes' },
    columns: [...entryColumns, column('online', '其中网络学习', 'minutes')],
    rows: (scope) => entryRows(scope, sql`true`),
  }),
  declare({
    id: 'hours.homeDelivery',
    name: '送学上门人次',
    definition: '统计时段内以送学上门方式记入学时的人次',
    clause: `${education}第二十三条`,
    group: 'hours',
    unit: 'personTimes',
    aggregate: { of: 'count' },
    columns: entryColumns,
    rows: (scope) => entryRows(scope, sql`e.source = 'homeDelivery'`),
  }),
  ...trained,
]
