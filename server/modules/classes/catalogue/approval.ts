import { declareProcedure } from '../../procedures/index.ts'

/** How a class comes to be approved: by the committee above the one that applies. */
export const approval = declareProcedure({
  kind: 'class',
  name: '办班审批',
  page: '/classes/{unitId}/{id}',
  steps: [
    {
      key: 'review',
      name: '上级审批',
      decidedBy: 'classes.approve',
      isAbove: true,
      latest: { count: 10, unit: 'days', after: 'start' },
      outcomes: [
        { key: 'approve', name: '批准', to: 'done' },
        { key: 'return', name: '退回修改', to: 'ended', needsReason: true },
        { key: 'refuse', name: '不批准', to: 'ended', needsReason: true },
      ],
    },
  ],
})

export function caseOf({ unitId, id }: { readonly unitId: string; readonly id: string }) {
  return { unitId, subject: `class:${id}` }
}
