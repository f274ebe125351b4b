import { declareHours } from './hours.ts'

/** 条例2019 art. 20: every member, probationary ones included. */
export const memberHours = declareHours({
  key: 'memberHours',
  rule: 'hours.member.year',
  ledger: 'member',
  sentence: '党员每年集中学习培训不少于 {值}',
  isForCommittee: false,
})
