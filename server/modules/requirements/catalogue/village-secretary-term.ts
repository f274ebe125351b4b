import { sql } from 'drizzle-orm'
import { numberAt } from './place.ts'
import { declareTimes } from './times.ts'
import { cityOrHigher } from './windows.ts'

/** Whoever leads a village or a community goes to a model class of the city or above once in each term. */
export const villageSecretaryTerm = declareTimes({
  key: 'villageSecretaryTerm',
  rule: 'training.village_secretary.city_level.per_term',
  ledger: 'member',
  sentence: '村（社区）书记每届任期内至少参加市级以上示范培训 {值}',
  seat: 'villageSecretary',
  source: 'class',
  levels: cityOrHigher,
  window: (frame) => ({
    from: sql`seat.since`,
    until: sql`coalesce(seat.until, seat.since + make_interval(years => ${numberAt(frame, 'committee.term.village')}))`,
    due: numberAt(frame, 'training.village_secretary.city_level.per_term'),
  }),
})
