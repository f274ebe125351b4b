import { declareHours } from './hours.ts'

/** So many of the hours on the topic of the year: ideals and theory. */
export const topicHours = declareHours({
  key: 'topicHours',
  rule: 'hours.topic.year',
  ledger: 'member',
  sentence: '党员每年学习理想信念与理论专题不少于 {值}',
  isForCommittee: false,
  category: 'theory',
})
