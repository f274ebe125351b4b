import { by, locally } from './clauses.ts'
import { declare, number } from './declare.ts'

const persons = { unit: 'persons', ...by('branchWork', '第二章') } as const
const committee = { ...by('branchWork', '第六章') } as const
const elections = {
  clause: '《中国共产党基层组织选举工作条例》',
  from: '2020-07-13',
  mark: 'known',
} as const

/** How branches are set up, who leads them and for how long. */
export const branches = [
  number({
    key: 'branch.min_full_members',
    name: '成立党支部的正式党员下限',
    tighter: 'higher',
    value: 3,
    ...persons,
  }),
  number({
    key: 'branch.max',
    name: '党支部党员人数上限',
    tighter: 'lower',
    value: 50,
    ...persons,
  }),
  number({
    key: 'branch.joint.max_units',
    name: '联合党支部覆盖单位上限',
    tighter: 'lower',
    value: 5,
    ...persons,
    unit: 'units',
  }),
  number({
    key: 'branch.temporary.months',
    name: '应设临时党支部的工程项目时长',
    unit: 'months',
    tighter: 'none',
    value: 6,
    ...by('branchWork', '第二章'),
  }),
  number({
    key: 'committee.required_from',
    name: '应设支部委员会的正式党员数',
    unit: 'persons',
    tighter: 'lower',
    value: 7,
    ...committee,
  }),
  number({
    key: 'committee.size.min',
    name: '支部委员会委员下限',
    unit: 'persons',
    tighter: 'higher',
    value: 3,
    ...committee,
  }),
  number({
    key: 'committee.size.usual',
    name: '支部委员会委员一般上限',
    unit: 'persons',
    tighter: 'lower',
    value: 5,
    ...committee,
  }),
  number({
    key: 'committee.size.max',
    name: '支部委员会委员上限',
    unit: 'persons',
    tighter: 'lower',
    value: 7,
    ...committee,
  }),
  number({
    key: 'committee.term.village',
    name: '村、社区支部每届任期',
    unit: 'years',
    tighter: 'none',
    value: 5,
    ...committee,
  }),
  number({
    key: 'committee.term.other',
    name: '其他支部每届任期',
    unit: 'years',
    tighter: 'none',
    value: 3,
    ...committee,
  }),
  number({
    key: 'committee.term.committee',
    name: '基层党委、总支每届任期',
    unit: 'years',
    tighter: 'none',
    value: 5,
    ...elections,
  }),
  number({
    key: 'committee.term.extension.max',
    name: '延期换届上限',
    unit: 'months',
    tighter: 'lower',
    value: 12,
    ...elections,
  }),
  number({
    key: 'committee.term.remind_before',
    name: '换届提前提醒',
    unit: 'months',
    tighter: 'higher',
    value: 6,
    ...locally('任期届满前提醒'),
  }),
  number({
    key: 'appraisal.graded_from_stage',
    name: '参加评议定等的党龄下限',
    unit: 'years',
    tighter: 'none',
    value: 0,
    ...locally('正式党员均定等'),
  }),
  declare({
    key: 'appraisal.excellent.max',
    name: '民主评议优秀比例上限',
    unit: 'share',
    shape: 'share',
    tighter: 'lower',
    seeds: [{ value: [1, 3], from: '2018-10-28', clause: '民主评议党员工作指引', mark: 'found' }],
  }),
] as const
