import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { sumsApart } from '../../../kernel/invariants.ts'
import type { Invariant } from '../../../kernel/invariants.ts'
import { hourEntries, hourTotals } from '../table.ts'

const key = sql`concat_ws(' ', unit_id, member_id, ledger, year)`

function totals(says: string, name: string, kept: SQL, summed: SQL): Invariant {
  return {
    key: `ledgers.${name}`,
    says,
    broken: sumsApart(
      sql`select ${key}, ${kept} from ${hourTotals}`,
      sql`select ${key}, sum(${summed}) from ${hourEntries} group by 1`,
    ),
  }
}

export const hourInvariants: readonly Invariant[] = [
  totals('每人每年的学时合计就是各条记录之和', 'totals', sql`minutes`, sql`minutes`),
  totals(
    '每人每年的集中学时就是其中计入集中的各条之和',
    'centralized',
    sql`centralized_minutes`,
    sql`case when is_centralized then minutes else 0 end`,
  ),
  totals(
    '每人每年的网络学时就是其中网上学习的各条之和',
    'online',
    sql`online_minutes`,
    sql`case when is_online then minutes else 0 end`,
  ),
  {
    key: 'ledgers.reversals',
    says: '每条冲销恰好抵消它所冲销的那一条',
    broken: sql`select back.id, back.minutes, coalesce(-first.minutes, 0)
      from ${hourEntries} back left join ${hourEntries} first
        on first.unit_id = back.unit_id and first.id = back.reverses_id
      where back.reverses_id is not null
        and (back.minutes, back.member_id, back.ledger, back.year)
          is distinct from (-first.minutes, first.member_id, first.ledger, first.year)`,
  },
]
