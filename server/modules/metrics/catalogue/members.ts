import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { column, declare } from './declare.ts'
import { admissions, membersOnDay } from './sources/members.ts'

const roster = '《中国共产党党员教育管理工作条例》'
const columns = [
  column('name', '姓名'),
  column('branch', '所在党支部'),
  column('stage', '类别'),
  column('joined', '入党日期', 'day'),
]
const aged = [...columns, column('born', '出生日期', 'day')]

const counted = { group: 'members', unit: 'persons', aggregate: { of: 'count' } } as const

function members(
  id: string,
  [name, definition]: readonly [string, string],
  which: SQL,
  { clause = roster, shown = columns } = {},
) {
  const words = { id: `members.${id}`, name, definition, clause }
  return declare({ ...words, ...counted, columns: shown, source: membersOnDay, which })
}

const admission = { ...counted, clause: '《中国共产党发展党员工作细则》', source: admissions }

export const memberMetrics = [
  members('all', ['党员总数', '截至统计日组织关系在本组织及下级的正式党员和预备党员'], sql`true`),
  members('full', ['正式党员数', '截至统计日的正式党员'], sql`not "isProbationary"`),
  members('probationary', ['预备党员数', '截至统计日尚在预备期的党员'], sql`"isProbationary"`),
  members('women', ['女党员数', '截至统计日的女性党员'], sql`sex = 'female'`),
  members('young', ['35岁及以下党员数', '截至统计日年满周岁不超过35岁的党员'], sql`age <= 35`, {
    shown: aged,
  }),
  members('elderly', ['61岁及以上党员数', '截至统计日年满61周岁的党员'], sql`age >= 61`, {
    shown: aged,
  }),
  members(
    'college',
    ['大专及以上学历党员数', '学历代码（GB/T 4658）为研究生、大学本科、大学专科的党员'],
    sql`left(education, 1) in ('1', '2', '3')`,
  ),
  members('rural', ['农村领域党员数', '所在党支部属农村领域的党员'], sql`sector = 'village'`),
  members(
    'agencies',
    ['机关事业单位党员数', '所在党支部属机关、事业单位或学校领域的党员'],
    sql`sector in ('agency', 'institution', 'school')`,
  ),
  members('floating', ['流动党员数', '截至统计日登记为流动党员的人数'], sql`"isFloating"`, {
    clause: '《关于进一步加强和改进流动党员管理工作的意见》',
  }),
  members(
    'excused',
    ['不作硬性要求党员数', '年老体弱、身患重病、行动不便等，经批准不作集中学习硬性要求的党员'],
    sql`"isExcused"`,
    { clause: `${roster}第二十三条` },
  ),
  declare({
    ...admission,
    id: 'members.admitted',
    name: '接收预备党员数',
    definition: '入党日期在统计时段内的党员',
    columns,
    which: sql`"isAdmitted"`,
  }),
  declare({
    ...admission,
    id: 'members.confirmed',
    name: '预备党员转正数',
    definition: '转正日期在统计时段内的党员',
    columns: [...columns.slice(0, 2), column('confirmed', '转正日期', 'day')],
    which: sql`"isConfirmed"`,
  }),
]
