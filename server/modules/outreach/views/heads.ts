import { desc, eq, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { organizations } from '../../organizations/table.ts'
import {
  outreachCaptures,
  outreachRounds,
  outreachStops,
  outreachVisitors,
  outreachVisits,
} from '../table.ts'

const stops = sql<number>`(select count(*)::int from ${outreachStops} s
  where s.unit_id = ${outreachRounds.unitId} and s.round_id = ${outreachRounds.id} and s.removed_on is null)`

function visited(states: SQL) {
  return sql<number>`(select count(distinct v.member_id)::int from ${outreachVisits} v
    where v.unit_id = ${outreachRounds.unitId} and ${states} and exists (select from ${outreachCaptures} c
    where c.unit_id = v.unit_id and c.visit_id = v.id and c.round_id = ${outreachRounds.id}))`
}

const visitors = sql<string[]>`(select coalesce(array_agg(o.name order by o.id), '{}')
  from ${outreachVisitors} o
  where o.unit_id = ${outreachRounds.unitId} and o.round_id = ${outreachRounds.id})`

/** Rounds with what lists and headlines say of them. */
export function selectRounds(db: Reader) {
  return db
    .select({
      round: outreachRounds,
      organizationName: organizations.name,
      people: stops,
      visited: visited(sql`v.state = 'attested'`),
      waiting: visited(sql`v.state = 'captured'`),
      disputed: visited(sql`v.state = 'disputed'`),
      visitors,
    })
    .from(outreachRounds)
    .innerJoin(organizations, eq(organizations.id, outreachRounds.organizationId))
    .orderBy(desc(outreachRounds.from), desc(outreachRounds.id))
}

type HeadRow = Awaited<ReturnType<typeof selectRounds>>[number]

export function headOf({ round, ...counts }: HeadRow) {
  const { unitId, id, title, from, until, endedOn } = round
  return { unitId, roundId: id, title, from, until, endedOn, ...counts }
}
