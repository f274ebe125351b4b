import { sql } from 'drizzle-orm'
import { numberAt } from './place.ts'
import { declareTimes } from './times.ts'
import { wholeYear } from './windows.ts'

/** The plan of 2019: of their 56 hours, at least one class. */
export const committeeClasses = declareTimes({
  key: 'committeeClasses',
  rule: 'hours.secretary_committee.classes.year',
  ledger: 'member',
  sentence: '书记和班子成员每年至少参加集中培训 {值}',
  seat: 'committee',
  source: 'class',
  window: (frame) => ({
    ...wholeYear(frame),
    due: sql`${numberAt(frame, 'hours.secretary_committee.classes.year')}`,
  }),
})
