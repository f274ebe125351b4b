import { sql } from 'drizzle-orm'
import { declareTimes } from './times.ts'
import { aboveTheBranch, planOf } from './windows.ts'

/** Each five-year plan: every member goes through one class. The plans begin in 2019, 2024, 2029 … */
export const fiveYearRotation = declareTimes({
  key: 'fiveYearRotation',
  rule: 'rotation.all_members',
  ledger: 'member',
  sentence: '全体党员每 {值}轮训一遍',
  source: 'class',
  levels: aboveTheBranch,
  window: (frame) => {
    const { first, last } = planOf(frame)
    return { from: sql`${first}::date`, until: sql`${last}::date`, due: sql`1` }
  },
})
