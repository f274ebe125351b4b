import { sql } from 'drizzle-orm'
import type { Invariant } from '../../../kernel/invariants.ts'
import { ballotSlips, ballotVoters, ballots } from '../table.ts'

export const ballotInvariants: readonly Invariant[] = [
  {
    key: 'ballots.tickets',
    says: '每次投票收到的票不多于发出的票',
    broken: sql`select b.id, slips.count, tickets.count from ${ballots} b
      cross join lateral (select count(*) from ${ballotSlips} s
        where s.unit_id = b.unit_id and s.ballot_id = b.id) as slips
      cross join lateral (select count(ticket) from ${ballotVoters} v
        where v.unit_id = b.unit_id and v.ballot_id = b.id) as tickets
      where slips.count > tickets.count`,
  },
  {
    key: 'ballots.keys',
    says: '计过票的投票不再留有签发选票的密钥',
    broken: sql`select id, 'key', 'none' from ${ballots}
      where counted_on is not null and sealed_key is not null`,
  },
]
