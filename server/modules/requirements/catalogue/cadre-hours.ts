import { declareHours } from './hours.ts'

/** 干部教育培训工作条例 art. 14: cadres of the section level and below, every year. */
export const sectionCadreHours = declareHours({
  key: 'sectionCadreHours',
  rule: 'hours.cadre.section.year',
  ledger: 'member',
  sentence: '科级干部每年培训不少于 {值}',
  isForCommittee: false,
  rank: 'section',
})

/** The same article: leading cadres from the county level up, over five years; a fifth of it is a year's pace. */
export const countyCadreHours = declareHours({
  key: 'countyCadreHours',
  rule: 'hours.cadre.county.5y',
  ledger: 'member',
  sentence: '县处级以上领导干部五年累计不少于 {值}，每年按五分之一安排',
  isForCommittee: false,
  rank: 'county',
  years: 5,
})
