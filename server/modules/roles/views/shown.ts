import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { memberRoles, voluntaryPosts } from '../table.ts'

/** A role as lists show it. */
export const roleColumns = {
  unitId: memberRoles.unitId,
  roleId: memberRoles.id,
  memberId: memberRoles.memberId,
  name: members.name,
  organizationName: organizations.name,
  kind: memberRoles.kind,
  title: memberRoles.title,
  statement: memberRoles.statement,
  year: memberRoles.year,
  state: memberRoles.state,
  promise: memberRoles.promise,
  grade: memberRoles.grade,
  comment: memberRoles.comment,
  reason: memberRoles.reason,
  since: memberRoles.since,
  version: memberRoles.version,
}

/** The posts on offer, with how many have taken each this year. */
export function selectPosts(db: Reader, chosen: SQL | undefined, year: number) {
  return db
    .select({
      unitId: voluntaryPosts.unitId,
      postId: voluntaryPosts.id,
      organizationId: voluntaryPosts.organizationId,
      organizationName: organizations.name,
      title: voluntaryPosts.title,
      statement: voluntaryPosts.statement,
      seats: voluntaryPosts.seats,
      taken: sql<number>`(select count(*)::int from member_roles r
        where r.unit_id = ${voluntaryPosts.unitId} and r.post_id = ${voluntaryPosts.id}
          and r.year = ${year}::int and r.state not in ('declined', 'ended'))`,
    })
    .from(voluntaryPosts)
    .innerJoin(organizations, eq(organizations.id, voluntaryPosts.organizationId))
    .where(and(isNull(voluntaryPosts.withdrawnOn), chosen))
    .orderBy(asc(organizations.nameKey), asc(voluntaryPosts.at), asc(voluntaryPosts.id))
    .$dynamic()
}
