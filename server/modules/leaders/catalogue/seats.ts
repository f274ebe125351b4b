import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { leaderSeats } from '../../requirements/index.ts'

type Asked = {
  /** Of whom it is asked: a condition on the unit and the id of a member. */
  readonly among: (unit: SQL, member: SQL) => SQL
  /** And of them, whom: `m` is the member, `o` where they belong. */
  readonly where?: SQL
}

/** Leading cadres as they stand on a day, with the branch that they belong to. */
export async function leadersWhere(db: Reader, { among, where = sql`true` }: Asked, day: Day) {
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
      sql`${leaderSeats(day, among)} s
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
  const among = (unit: SQL, member: SQL) => sql`${unit} = ${unitId} and ${member} = ${memberId}`
  const [row] = await leadersWhere(db, { among }, day)
  return row
}
