import { by } from './clauses.ts'
import { declare, number } from './declare.ts'

const text2014 = '《中国共产党发展党员工作细则》（2014年）'

/** The value of the rules of 2014, which cases begun before 2026-05-11 keep. */
function in2014<V extends number | null>(value: V, article = '') {
  return { value, from: '2014-06-11', clause: `${text2014}${article}`, mark: 'found' as const }
}

/** Admission: a case asks by the day on which it began, so that it finishes under the rules it began with. */
export const development = [
  number({
    key: 'dev.talk',
    name: '收到申请后派人谈话',
    unit: 'months',
    tighter: 'lower',
    value: 1,
    ...by('admission', '第七条'),
    earlier: [in2014(1)],
  }),
  number({
    key: 'dev.cultivate',
    name: '积极分子培养教育考察',
    unit: 'months',
    tighter: 'higher',
    value: 12,
    ...by('admission', '第十三条'),
    earlier: [in2014(12)],
  }),
  number({
    key: 'dev.inspect',
    name: '支部考察积极分子的间隔',
    unit: 'months',
    tighter: 'lower',
    value: 6,
    ...by('admission', '第十一条'),
    earlier: [in2014(6)],
  }),
  declare({
    key: 'dev.notice',
    name: '列为发展对象前公示',
    unit: 'workdays',
    shape: 'optional',
    tighter: 'higher',
    seeds: [in2014(null, '未作规定'), { value: 5, ...by('admission', '第十三条') }],
  }),
  number({
    key: 'dev.training',
    name: '发展对象短期集中培训',
    unit: 'studyMinutes',
    tighter: 'higher',
    value: 1440,
    ...by('admission', '第十七条'),
    earlier: [in2014(1440, '第十七条')],
  }),
  declare({
    key: 'dev.branch_meeting_after_prereview',
    name: '预审合格后召开支部大会',
    unit: 'months',
    shape: 'optional',
    tighter: 'lower',
    seeds: [in2014(null, '未作规定'), { value: 1, ...by('admission', '第十九条') }],
  }),
  number({
    key: 'dev.approve',
    name: '上级党委审批',
    unit: 'months',
    tighter: 'lower',
    value: 3,
    ...by('admission', '第二十五条'),
    earlier: [in2014(3)],
  }),
  number({
    key: 'dev.approve_max',
    name: '特殊情况审批上限',
    unit: 'months',
    tighter: 'lower',
    value: 6,
    ...by('admission', '第二十五条'),
    earlier: [in2014(6)],
  }),
  declare({
    key: 'dev.oath_after_approval',
    name: '批准后入党宣誓',
    unit: 'months',
    shape: 'optional',
    tighter: 'lower',
    seeds: [in2014(null, '未作规定'), { value: 1, ...by('admission', '第二十九条') }],
  }),
  number({
    key: 'dev.probation',
    name: '预备期',
    unit: 'months',
    tighter: 'none',
    value: 12,
    ...by('admission', '第三十一条'),
    earlier: [in2014(12)],
  }),
  number({
    key: 'dev.extension.min',
    name: '延长预备期下限',
    unit: 'months',
    tighter: 'none',
    value: 6,
    from: '2014-06-11',
    clause: '《中国共产党章程》',
    mark: 'known',
  }),
  number({
    key: 'dev.extension.max',
    name: '延长预备期上限（一次）',
    unit: 'months',
    tighter: 'lower',
    value: 12,
    from: '2014-06-11',
    clause: '《中国共产党章程》',
    mark: 'known',
  }),
  number({
    key: 'dev.age.min',
    name: '申请入党年龄下限',
    unit: 'years',
    tighter: 'higher',
    value: 18,
    ...by('admission', '第五条'),
    earlier: [in2014(18)],
  }),
] as const
