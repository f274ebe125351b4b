import { sql } from 'drizzle-orm'
import { numberAt } from './place.ts'
import { declareTimes } from './times.ts'
import { aboveTheBranch } from './windows.ts'

/** The plan of 2019: who becomes secretary is trained for the post within half a year. */
export const newSecretary = declareTimes({
  key: 'newSecretary',
  rule: 'training.new_secretary.within',
  ledger: 'member',
  sentence: '新任书记在任职后 {值}内参加任职培训',
  seat: 'secretary',
  source: 'class',
  levels: aboveTheBranch,
  window: (frame) => ({
    from: sql`seat.since`,
    until: sql`seat.since + make_interval(months => ${numberAt(frame, 'training.new_secretary.within')})`,
    due: sql`1`,
  }),
})
