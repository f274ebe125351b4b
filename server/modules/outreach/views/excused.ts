import { and, asc, eq, ilike, isNull, like, or, sql } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { containing } from '../../../kernel/search.ts'
import { isExcused } from '../../audience/index.ts'
import { hourEntries } from '../../ledgers/table.ts'
import { excuses, members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { rulesBelow } from '../../rules/index.ts'
import { quarterAround } from '../rules/quarter.ts'
import { outreachRounds, outreachStops } from '../table.ts'

type Asked = { readonly path: string; readonly today: Day; readonly text?: string }

const inForce = (today: Day) => sql`x.unit_id = ${members.unitId} and x.member_id = ${members.id}
  and x.from_day <= ${today}::date and coalesce(x.until_day, ${today}::date) >= ${today}::date
  and coalesce(x.ended_on, 'infinity'::date) > ${today}::date`

/** The last excuse in force says why and until when. */
function ofExcuse<T>(column: string, today: Day) {
  return sql<T>`(select ${sql.raw(`x.${column}`)} from ${excuses} x where ${inForce(today)}
    order by x.from_day desc, x.id limit 1)`
}

/** Days on which study was brought to them and still counts, whoever wrote it down. */
function deliveries<T>(what: string, { from, until }: { from: Day; until: Day }) {
  return sql<T>`(select ${sql.raw(what)} from (select e.day from ${hourEntries} e
    where e.unit_id = ${members.unitId} and e.member_id = ${members.id} and e.ledger = 'member'
      and e.source = 'homeDelivery' and e.day between ${from}::date and ${until}::date
    group by e.source_id, e.day having sum(e.minutes) > 0) v)`
}

const roundTitle = (today: Day) => sql<string | null>`(select r.title from ${outreachStops} s
  join ${outreachRounds} r on r.unit_id = s.unit_id and r.id = s.round_id
  where s.unit_id = ${members.unitId} and s.member_id = ${members.id} and s.removed_on is null
    and r.ended_on is null and r.until_day >= ${today}::date
  order by r.from_day desc, r.id limit 1)`

/** Everybody below a place who is excused today, with what reached them this quarter and what ought to. */
export async function readExcused(db: Reader, { path, today, text = '' }: Asked) {
  const quarter = quarterAround(today)
  const found = await db
    .select({
      unitId: members.unitId,
      memberId: members.id,
      name: members.name,
      organizationName: organizations.name,
      path: organizations.path,
      reason: ofExcuse<'frail' | 'ill' | 'immobile' | 'incapacitated'>('reason', today),
      excuseUntil: ofExcuse<Day | null>('until_day', today),
      visits: deliveries<number>('count(distinct v.day)::int', quarter),
      lastOn: deliveries<Day | null>('max(v.day)::text', { from: '1921-01-01', until: today }),
      roundTitle: roundTitle(today),
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        like(organizations.path, `${path}%`),
        isNull(members.leftOn),
        isExcused(today).sql,
        text === ''
          ? undefined
          : or(ilike(members.name, containing(text)), ilike(members.nameKey, containing(text))),
      ),
    )
    .orderBy(asc(organizations.path), asc(members.nameKey), asc(members.id))
  const ruleOf = await rulesBelow(db, ['outreach.visits.quarter'], path)
  const rows = found.map((row) => {
    const { value: needed } = ruleOf({ path: row.path, day: today })['outreach.visits.quarter']
    return { ...row, roundTitle: row.roundTitle ?? '', needed, isDue: row.visits < needed }
  })
  const { clause } = ruleOf({ path, day: today })['outreach.visits.quarter']
  return { quarter, rows, clause }
}
