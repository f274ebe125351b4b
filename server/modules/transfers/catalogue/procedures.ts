import { declareProcedure } from '../../procedures/index.ts'
import type { DeclaredStep, Procedure } from '../../procedures/index.ts'

/* The three ways of a relationship, step by step. A letter that ran out ends each of them (transfers/acts/expire.ts). */

const page = '/transfers/{unitId}/{id}'
const clause = '《中国共产党党员教育管理工作条例》第二十五条'
const knownTo = 'transfers.view' as const

const branch: DeclaredStep = {
  key: 'branch',
  name: '转出党支部审核',
  decidedBy: 'transfers.keep',
  clause,
  outcomes: [
    { key: 'agree', name: '同意', to: 'issue' },
    { key: 'refuse', name: '不同意', to: 'ended', needsReason: true },
  ],
}

function issueTo(next: string): DeclaredStep {
  return {
    key: 'issue',
    name: '上级党组织开具介绍信',
    decidedBy: 'transfers.issue',
    isAbove: true,
    clause,
    latest: { count: 7, unit: 'days', after: 'branch' },
    outcomes: [
      { key: 'issue', name: '开具介绍信', to: next },
      { key: 'back', name: '退回支部', to: 'branch', needsReason: true },
      { key: 'refuse', name: '不同意', to: 'ended', needsReason: true },
    ],
  }
}

/** Without a good reason nobody may be turned away: so it takes one, and it is read at the other end. */
const turnAway = { key: 'refuse', name: '退回', to: 'ended', needsReason: true } as const
const validity = { count: 0, unit: 'days', after: 'validUntil' } as const
const marks = ['validUntil']

const inside = declareProcedure({
  kind: 'transfers.inside',
  name: '组织关系转接',
  page,
  knownTo,
  marks,
  steps: [
    branch,
    issueTo('accept'),
    {
      key: 'accept',
      name: '接收方党组织审核',
      decidedBy: 'transfers.issue',
      isAbove: true,
      side: 'partner',
      clause,
      latest: validity,
      outcomes: [{ key: 'accept', name: '同意接收', to: 'receive' }, turnAway],
    },
    {
      key: 'receive',
      name: '接收党支部接收',
      decidedBy: 'transfers.keep',
      side: 'partner',
      clause,
      latest: validity,
      outcomes: [{ key: 'receive', name: '已报到，接收', to: 'done' }, turnAway],
    },
  ],
})

const out = declareProcedure({
  kind: 'transfers.out',
  name: '组织关系转出平台',
  page,
  knownTo,
  marks,
  steps: [
    branch,
    issueTo('hand'),
    {
      key: 'hand',
      name: '介绍信交党员本人',
      decidedBy: 'transfers.keep',
      clause,
      latest: validity,
      outcomes: [{ key: 'hand', name: '本人已领取', to: 'slip' }],
    },
    {
      key: 'slip',
      name: '登记回执',
      decidedBy: 'transfers.keep',
      clause,
      latest: validity,
      papers: [{ key: 'slip', name: '回执' }],
      outcomes: [{ key: 'slip', name: '收到回执，对方已接收', to: 'done' }, turnAway],
    },
  ],
})

const incoming = declareProcedure({
  kind: 'transfers.in',
  name: '组织关系转入',
  page,
  knownTo,
  marks,
  steps: [
    {
      key: 'handIn',
      name: '党员递交介绍信',
      decidedBy: 'transfers.keep',
      clause,
      latest: validity,
      outcomes: [
        { key: 'hand', name: '已递交', to: 'check' },
        { key: 'refuse', name: '没有转来', to: 'ended', needsReason: true },
      ],
    },
    {
      key: 'check',
      name: '上级党组织审核介绍信',
      decidedBy: 'transfers.issue',
      isAbove: true,
      clause,
      latest: validity,
      outcomes: [{ key: 'accept', name: '同意接收', to: 'receive' }, turnAway],
    },
    {
      key: 'receive',
      name: '接收党支部接收',
      decidedBy: 'transfers.keep',
      clause,
      latest: validity,
      outcomes: [{ key: 'receive', name: '已报到，接收', to: 'done' }, turnAway],
    },
  ],
})

export const procedures: Readonly<Record<'inside' | 'out' | 'in', Procedure>> = {
  inside,
  out,
  in: incoming,
}
