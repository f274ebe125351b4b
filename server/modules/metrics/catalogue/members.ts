import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Definition } from '../rules.ts'
import { column, declare, under } from './declare.ts'
import type { Scope } from './declare.ts'

const columns = [
  column('name', '姓名'),
  column('branch', '所在党支部'),
  column('stage', '类别'),
  column('joined', '入党日期', 'day'),
]
const aged = [...columns, column('born', '出生日期', 'day')]

const roster = '《中国共产党党员教育管理工作条例》'

/** Members who belong to the scope on its day, or of another day of their life, named by `when`. */
export function memberRows(scope: Scope, which: SQL, when = belongs(scope)): SQL {
  return sql`
    select m.id::text as id, m.name as name, m.name_key as sort, o.name as branch,
           case m.stage when 'full' then '正式' else '预备' end as stage,
           m.born_on::text as born, m.joined_on::text as joined, m.confirmed_on::text as confirmed
    from members m join organizations o on o.id = m.organization_id
    where ${under(scope, 'o.path')} and ${when} and ${which}`
}

export function belongs({ day }: Pick<Scope, 'day'>): SQL {
  return sql`(m.arrived_on is null or m.arrived_on <= ${day}) and (m.left_on is null or m.left_on > ${day})`
}

/** Article 23: no hard requirement on that day. */
export function isExcused({ day }: Pick<Scope, 'day'>): SQL {
  return sql`exists (select 1 from excuses x where x.unit_id = m.unit_id and x.member_id = m.id
    and x.from_day <= ${day} and (x.until_day is null or x.until_day >= ${day})
    and (x.ended_on is null or x.ended_on > ${day}))`
}

/** Completed years on the scope's day. */
function age({ day }: Pick<Scope, 'day'>): SQL {
  return sql`extract(year from age(${day}::date, m.born_on))`
}

function members(
  id: string,
  [name, definition]: readonly [string, string],
  which: (scope: Scope) => SQL,
  clause = roster,
) {
  const words = { id: `members.${id}`, name, definition, clause }
  const kind = { group: 'members', unit: 'persons', aggregate: { of: 'count' } } as const
  const shown = id === 'young' || id === 'elderly' ? aged : columns
  return declare({
    ...words,
    ...kind,
    columns: shown,
    rows: (scope) => memberRows(scope, which(scope)),
  })
}

/** Somebody who joined or was confirmed in the period, whether or not they still belong on its last day. */
function event(id: 'admitted' | 'confirmed', words: Pick<Definition, 'name' | 'definition'>) {
  const day = id === 'admitted' ? sql`m.joined_on` : sql`m.confirmed_on`
  return declare({
    id: `members.${id}`,
    ...words,
    clause: '《中国共产党发展党员工作细则》',
    group: 'members',
    unit: 'persons',
    aggregate: { of: 'count' },
    columns:
      id === 'confirmed'
        ? [...columns.slice(0, 2), column('confirmed', '转正日期', 'day')]
        : columns,
    rows: (scope) =>
      memberRows(
        scope,
        sql`${day} between ${scope.from} and ${scope.to} and ${day} <= ${scope.day}`,
        sql`coalesce(m.left_because, '') <> 'importUndone'`,
      ),
  })
}

export const memberMetrics = [
  members(
    'all',
    ['党员总数', '截至统计日组织关系在本组织及下级的正式党员和预备党员'],
    () => sql`true`,
  ),
  members('full', ['正式党员数', '截至统计日的正式党员'], () => sql`m.stage = 'full'`),
  members(
    'probationary',
    ['预备党员数', '截至统计日尚在预备期的党员'],
    () => sql`m.stage = 'probationary'`,
  ),
  members('women', ['女党员数', '截至统计日的女性党员'], () => sql`m.sex = 'female'`),
  members(
    'young',
    ['35岁及以下党员数', '截至统计日年满周岁不超过35岁的党员'],
    (scope) => sql`${age(scope)} <= 35`,
  ),
  members(
    'elderly',
    ['61岁及以上党员数', '截至统计日年满61周岁的党员'],
    (scope) => sql`${age(scope)} >= 61`,
  ),
  members(
    'college',
    ['大专及以上学历党员数', '学历代码（GB/T 4658）为研究生、大学本科、大学专科的党员'],
    () => sql`left(m.education, 1) in ('1', '2', '3')`,
  ),
  members(
    'rural',
    ['农村领域党员数', '所在党支部属农村领域的党员'],
    () => sql`o.sector = 'village'`,
  ),
  members(
    'agencies',
    ['机关事业单位党员数', '所在党支部属机关或事业单位领域的党员'],
    () => sql`o.sector in ('agency', 'institution', 'school')`,
  ),
  members(
    'floating',
    ['流动党员数', '截至统计日登记为流动党员的人数'],
    ({ day }) => sql`m.floating_since <= ${day}`,
    '《关于进一步加强和改进流动党员管理工作的意见》',
  ),
  members(
    'excused',
    ['不作硬性要求党员数', '年老体弱、身患重病、行动不便等，经批准不作集中学习硬性要求的党员'],
    isExcused,
    `${roster}第二十三条`,
  ),
  event('admitted', { name: '接收预备党员数', definition: '入党日期在统计时段内的党员' }),
  event('confirmed', { name: '预备党员转正数', definition: '转正日期在统计时段内的党员' }),
]
