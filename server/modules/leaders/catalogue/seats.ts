import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { leaderSeats } from '../../requirements/index.ts'

/** Leading cadres as they stand on a day, with the branch that they belong to. */
export async function leadersWhere(db: Reader, where: SQL, day: Day) {
  return db
    .select({
      unitId: sql<string>`m.unit_id`,
      memberId: sql<string>`m.id`,
      name: sql<string>`m.name`,
      posts: sql<string>`s.titles`,
      organizationId: sql<string>`o.id`,
      organizationName: sql<string>`o.name`,
      path: sql<string>`o.path`,
    })
    .from(
      sql`${leaderSeats(day)} s
        join members m on m.unit_id = s.unit_id and m.id = s.member_id and m.left_on is null
        join organizations o on o.id = m.organization_id`,
    )
    .where(where)
    .orderBy(sql`m.name_key, m.name, m.id`)
}

export async function leaderOf(
  db: Reader,
  { unitId, memberId }: { readonly unitId: string; readonly memberId: string },
  day: Day,
) {
  const [row] = await leadersWhere(db, sql`m.unit_id = ${unitId} and m.id = ${memberId}`, day)
  return row
}
