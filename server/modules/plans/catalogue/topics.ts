import { and, eq, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { belongsBelow } from '../../members/index.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import type { KeptTopic } from '../table.ts'
import { peopleOf, studied } from './people.ts'

type Where = { readonly path: string; readonly year: number; readonly day: Day }

/** How many a topic is for below a path, and how many of them have studied as much of it as it asks. */
export async function tallyTopic(db: Reader, topic: KeptTopic, { path, year, day }: Where) {
  const [row] = await db
    .select({
      people: sql<number>`count(*)::int`,
      met: sql<number>`count(*) filter (where coalesce(s.minutes, 0) >= ${topic.minMinutes}::int)::int`,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .leftJoin(
      sql`${studied(year, (unit, member) => belongsBelow([path], unit, member))} s`,
      sql`s.unit_id = ${members.unitId} and s.member_id = ${members.id} and s.heading = ${topic.heading}`,
    )
    .where(peopleOf(topic.audience, path, day))
  return row ?? { people: 0, met: 0 }
}

/** What one member has studied of each head in a year. */
export async function studiedBy(
  db: Reader,
  { unitId, memberId, year }: { unitId: string; memberId: string; year: number },
): Promise<ReadonlyMap<string, number>> {
  const own = (unit: SQL, member: SQL) => sql`${unit} = ${unitId} and ${member} = ${memberId}`
  const rows = await db
    .select({ heading: sql<string>`s.heading`, minutes: sql<number>`s.minutes` })
    .from(members)
    .innerJoin(
      sql`${studied(year, own)} s`,
      sql`s.unit_id = ${members.unitId} and s.member_id = ${members.id}`,
    )
    .where(and(eq(members.unitId, unitId), eq(members.id, memberId)))
  return new Map(rows.map(({ heading, minutes }) => [heading, minutes]))
}
