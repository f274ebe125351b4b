import type { Seed } from '../rules.ts'
import { by } from './clauses.ts'
import { declare } from './declare.ts'

const elections = {
  clause: '《中国共产党基层组织选举工作条例》',
  from: '2020-07-13',
  mark: 'known',
} as const
const admitted2014: Seed<'share'> = {
  value: [1, 2],
  from: '2014-06-11',
  clause: '《中国共产党发展党员工作细则》（2014年）',
  mark: 'found',
}

/** How many must come, and how many in favour decide. */
export const votes = [
  declare({
    key: 'vote.quorum',
    name: '党员大会到会比例下限',
    unit: 'share',
    shape: 'share',
    tighter: 'higher',
    seeds: [{ value: [1, 2], ...by('branchWork', '第十一条') }],
  }),
  declare({
    key: 'vote.pass',
    name: '表决须超过应到会有表决权人数的比例',
    unit: 'share',
    shape: 'share',
    tighter: 'higher',
    seeds: [{ value: [1, 2], ...by('branchWork', '第十一条') }],
  }),
  declare({
    key: 'vote.election.quorum',
    name: '选举到会比例下限',
    unit: 'share',
    shape: 'share',
    tighter: 'higher',
    seeds: [{ value: [4, 5], ...elections }],
  }),
  declare({
    key: 'vote.election.pass',
    name: '当选须超过实到会有选举权人数的比例',
    unit: 'share',
    shape: 'share',
    tighter: 'higher',
    seeds: [{ value: [1, 2], ...elections }],
  }),
  declare({
    key: 'vote.election.surplus',
    name: '委员候选人差额下限（占应选人数）',
    unit: 'share',
    shape: 'share',
    tighter: 'higher',
    seeds: [{ value: [1, 5], ...elections }],
  }),
  declare({
    key: 'vote.admission.quorum',
    name: '讨论接收预备党员的支部大会到会人数须超过的比例',
    unit: 'share',
    shape: 'share',
    tighter: 'higher',
    seeds: [admitted2014, { value: [1, 2], ...by('admission', '第十九条') }],
  }),
  declare({
    key: 'vote.admission.pass',
    name: '接收预备党员和转正须超过应到会有表决权人数的比例',
    unit: 'share',
    shape: 'share',
    tighter: 'higher',
    seeds: [admitted2014, { value: [1, 2], ...by('admission', '第十九条') }],
  }),
] as const
