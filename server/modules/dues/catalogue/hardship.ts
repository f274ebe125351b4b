import { declareProcedure } from '../../procedures/index.ts'

const page = '/dues/hardships?open={unitId}~{id}'
const agree = { key: 'approve', name: '同意' }
const refuse = { key: 'refuse', name: '不同意', to: 'ended', needsReason: true }

/** Asked for, discussed by the branch, approved by the committee above. */
export const hardship = declareProcedure({
  kind: 'dues.hardship',
  name: '困难党员减免党费',
  page,
  steps: [
    {
      key: 'branch',
      name: '支部讨论',
      decidedBy: 'dues.settle',
      outcomes: [{ ...agree, to: 'committee' }, refuse],
    },
    {
      key: 'committee',
      name: '上级党组织批准',
      decidedBy: 'dues.approve',
      isAbove: true,
      latest: { count: 30, unit: 'days', after: 'branch' },
      outcomes: [{ ...agree, to: 'done' }, refuse],
    },
  ],
})

/** For those who have retired the branch's word is enough. */
export const hardshipOfRetired = declareProcedure({
  kind: 'dues.hardship.retired',
  name: '困难离退休党员减免党费',
  page,
  steps: [
    {
      key: 'branch',
      name: '支部讨论',
      decidedBy: 'dues.settle',
      outcomes: [{ ...agree, to: 'done' }, refuse],
    },
  ],
})
