import { declareProcedure } from '../../procedures/index.ts'

/** A plan is approved by the organization above; the county's own by the county. */
export const planApproval = declareProcedure({
  kind: 'plans.approval',
  name: '培训计划审批',
  page: '/plans/{unitId}/{id}',
  steps: [
    {
      key: 'approve',
      name: '上级审批',
      decidedBy: 'plans.approve',
      isAbove: true,
      latest: { count: 15, unit: 'days', after: 'start' },
      outcomes: [
        { key: 'approve', name: '批准', to: 'done' },
        { key: 'return', name: '退回修改', to: 'ended', needsReason: true },
      ],
    },
  ],
})
