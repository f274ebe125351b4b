import { declareHours } from './hours.ts'

/** The plan of 2019: secretaries and committee members owe more, in a ledger of their own. */
export const committeeHours = declareHours({
  key: 'committeeHours',
  rule: 'hours.secretary_committee.year',
  ledger: 'secretary',
  sentence: '书记和班子成员每年集中培训和集体学习不少于 {值}',
  isForCommittee: true,
})
