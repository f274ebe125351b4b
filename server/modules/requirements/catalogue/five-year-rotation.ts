import { sql } from 'drizzle-orm'
import { declareTimes } from './times.ts'
import { aboveTheBranch, roundOf } from './windows.ts'

/**
 * Each round, every member goes through one class. A round is a five-year plan (2019, 2024, 2029 …), or as short as a
 * place has decided: with one year, everybody every year.
 */
export const fiveYearRotation = declareTimes({
  key: 'fiveYearRotation',
  rule: 'rotation.all_members',
  ledger: 'member',
  sentence: '全体党员每 {值}轮训一遍',
  source: 'class',
  levels: aboveTheBranch,
  window: (frame) => ({ ...roundOf(frame), due: sql`1` }),
})
