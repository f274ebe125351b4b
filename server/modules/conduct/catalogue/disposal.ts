import { disposalKinds } from '@zhixing/contract/conduct-words.ts'
import { declareProcedure } from '../../procedures/index.ts'
import type { DeclaredStep, Procedure } from '../../procedures/index.ts'
import { clausesOf } from '../rules/case.ts'
import type { CaseKind } from '../rules/case.ts'

/** The branch finds out and decides, the organization above approves. */
const branch = { decidedBy: 'conduct.handle' } as const
const above = { decidedBy: 'conduct.approve', isAbove: true } as const
const drop = { key: 'drop', name: '查明后不予处理', to: 'ended', needsReason: true }

const talked = { key: 'talk', name: '与本人的谈话记录' }
const heard = { key: 'statement', name: '本人陈述（或者放弃、联系不上的说明）' }

/** Days that steps need besides the steps themselves. */
const marks = ['talk', 'statement', 'correctUntil']

function declare(kind: CaseKind, steps: readonly DeclaredStep[]): Procedure {
  return declareProcedure({
    kind: `conduct.${kind}`,
    name: disposalKinds[kind],
    page: '/conduct/cases?open={unitId}:{id}',
    knownTo: 'conduct.view',
    marks,
    steps: steps.map((step) => ({ clause: clausesOf[kind], ...step })),
  })
}

const facts = (needs: DeclaredStep['needs']): DeclaredStep => ({
  key: 'facts',
  name: '核实事实',
  ...branch,
  needs: needs ?? [],
  outcomes: [{ key: 'pass', name: '事实清楚，提交支部大会', to: 'resolve' }, drop],
})

/** Decided by the branch meeting, approved by the superior organization: article 9 of the constitution. */
const resolve = (needs: DeclaredStep['needs']): DeclaredStep => ({
  key: 'resolve',
  name: '支部党员大会决议',
  ...branch,
  needs: needs ?? [],
  outcomes: [
    { key: 'pass', name: '大会通过', to: 'approve' },
    { key: 'failed', name: '大会未通过', to: 'ended', needsReason: true },
  ],
})

const approve: DeclaredStep = {
  key: 'approve',
  name: '上级党组织审批',
  ...above,
  latest: { count: 3, unit: 'months', after: 'resolve' },
  outcomes: [
    { key: 'pass', name: '批准', to: 'notify' },
    { key: 'back', name: '退回支部重议', to: 'resolve', needsReason: true },
    { key: 'refuse', name: '不批准', to: 'ended', needsReason: true },
  ],
}

const notify: DeclaredStep = {
  key: 'notify',
  name: '通知本人，告知申诉权利',
  ...branch,
  latest: { count: 30, unit: 'days', after: 'approve' },
  outcomes: [{ key: 'done', name: '已通知', to: 'done' }],
}

/** Somebody who can be spoken with is spoken with first, and heard. */
const leaving = [facts([talked]), resolve([heard]), approve, notify]
/** Nobody can talk with somebody who was lost; how one looked for them is judged when it begins. */
const absent = [facts([]), resolve([]), approve, notify]

const correction: readonly DeclaredStep[] = [
  {
    key: 'decide',
    name: '支部委员会决定限期改正',
    ...branch,
    needs: [talked],
    outcomes: [{ key: 'pass', name: '决定限期改正', to: 'review' }, drop],
  },
  {
    key: 'review',
    name: '期满认定',
    ...branch,
    latest: { count: 30, unit: 'days', after: 'correctUntil' },
    outcomes: [
      { key: 'improved', name: '已经改正', to: 'done' },
      { key: 'unchanged', name: '没有改正，另行立案', to: 'done', needsReason: true },
    ],
  },
]

/** Every way in which a membership may be corrected, suspended, restored or ended. */
export const disposals: Readonly<Record<CaseKind, Procedure>> = {
  correct: declare('correct', correction),
  persuade: declare('persuade', leaving),
  remove: declare('remove', leaving),
  suspend: declare('suspend', absent),
  restore: declare('restore', leaving),
  strike: declare('strike', absent),
}
