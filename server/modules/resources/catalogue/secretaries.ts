import { and, eq, gte, inArray, isNull, like, lte, or } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { members, posts } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'

/** Who leads the organizations at and below a path on a day. */
export async function secretariesBelow(db: Reader, path: string, day: Day): Promise<string[]> {
  const rows = await db
    .selectDistinct({ memberId: posts.memberId })
    .from(posts)
    .innerJoin(organizations, eq(organizations.id, posts.organizationId))
    .innerJoin(members, and(eq(members.unitId, posts.unitId), eq(members.id, posts.memberId)))
    .where(
      and(
        like(organizations.path, `${path}%`),
        isNull(organizations.dissolvedOn),
        isNull(members.leftOn),
        inArray(posts.post, ['secretary', 'deputySecretary']),
        lte(posts.from, day),
        or(isNull(posts.until), gte(posts.until, day)),
      ),
    )
  return rows.map(({ memberId }) => memberId)
}
