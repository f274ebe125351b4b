import { keysOf } from '@zhixing/contract'
import { contentCategories } from '@zhixing/contract/words.ts'
import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Definition } from '../rules.ts'
import { column, declare } from './declare.ts'
import { entries, standings, study } from './sources/hours.ts'

const education = '《中国共产党党员教育管理工作条例》'
const yearly = `${education}第二十条`

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

type Cohort = readonly [id: string, name: string, which: SQL]

/** Whom the work reports speak of one by one: person-times, distinct persons, and the share of all. */
const cohorts: Cohort[] = [
  ['all', '党员', sql`true`],
  ['secretaries', '党组织书记', sql`"isSecretary"`],
  ['firstSecretaries', '第一书记', sql`"isFirstSecretary"`],
  ['officers', '党组织班子成员', sql`"isOfficer"`],
  ['probationary', '预备党员', sql`"isProbationary"`],
  ['rural', '农村党员', sql`"isRural"`],
  ['floating', '流动党员', sql`"isFloating"`],
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
    source: entries,
    which,
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
    source: study,
    which: sql`${which} and "isTrained"`,
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
    source: study,
    which: sql`${which} and "isDue"`,
  }),
])

/** What was studied, by the categories of content. */
const byCategory = keysOf(contentCategories).map((category) =>
  declare({
    id: `hours.category.${category}`,
    name: `${contentCategories[category]}学时`,
    definition: `统计时段内记入的学时中，内容属于${contentCategories[category]}的合计，已冲销的不计`,
    clause: `${education}第二章`,
    group: 'hours',
    unit: 'hours',
    aggregate: { of: 'sum', key: 'minutes' },
    columns: entryColumns,
    source: entries,
    which: sql`category = ${category}`,
  }),
)

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
    source: standings(requirement),
    which,
  })
}

const persons = { unit: 'persons', aggregate: { of: 'count' } } as const
const mean = { unit: 'hours', aggregate: { of: 'mean', key: 'minutes' } } as const

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
    sql`"isMet"`,
  ),
  standing(
    'short',
    'member',
    { ...persons, name: '学时未达标党员数', definition: '已完成学时未达到全年应完成的人数' },
    sql`not "isMet"`,
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
    sql`minutes = 0`,
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
    sql`not "isMet"`,
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
    source: entries,
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
    source: entries,
    which: sql`"isCentralized"`,
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
    source: entries,
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
    source: entries,
    which: sql`source = 'homeDelivery'`,
  }),
  ...byCategory,
  ...trained,
  declare({
    id: 'training.allMean',
    name: '时段内人均学时',
    definition:
      '截至统计日应参训的在册党员，统计时段内取得学时的平均数；经批准不作硬性要求的不计入',
    clause: yearly,
    group: 'hours',
    unit: 'hours',
    aggregate: { of: 'mean', key: 'minutes' },
    columns: studyColumns,
    source: study,
    which: sql`"isDue"`,
  }),
]
