import { and, eq, gt, isNull, or, sql } from 'drizzle-orm'
import type { Day } from '../../kernel/calendar.ts'
import type { Db } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { oneOf, rowsOf } from '../../kernel/many.ts'
import { affiliations, members, posts } from '../members/table.ts'
import { committeeTerms, organizationCounts, organizations } from '../organizations/table.ts'

type Branch = { readonly unitId: string; readonly id: string }
type Member = { readonly id: string; readonly stage: 'full' | 'probationary' }

/** Everybody who belongs to the branch, held still, so that nobody leaves or arrives meanwhile. */
export async function lockMembers(tx: Db, { unitId, id }: Branch): Promise<Member[]> {
  return tx
    .select({ id: members.id, stage: members.stage })
    .from(members)
    .where(and(eq(members.unitId, unitId), eq(members.organizationId, id), isNull(members.leftOn)))
    .for('update')
}

type Transition = { readonly into: string; readonly on: Day; readonly how: 'merged' | 'moved' }

/** They belong to another branch of the unit from that day on; their old affiliation stays, with its end. */
export async function moveMembers(
  tx: Db,
  { unitId, memberIds }: { unitId: string; memberIds: readonly string[] },
  { into, on, how }: Transition,
): Promise<void> {
  if (memberIds.length === 0) return
  const ours = and(eq(members.unitId, unitId), oneOf(members.id, memberIds))
  await tx
    .update(members)
    .set({ organizationId: into, groupId: null, version: sql`${members.version} + 1` })
    .where(ours)
  await tx
    .update(affiliations)
    .set({ until: on })
    .where(
      and(
        eq(affiliations.unitId, unitId),
        oneOf(affiliations.memberId, memberIds),
        isNull(affiliations.until),
      ),
    )
  const rows = memberIds.map((memberId) => ({
    unitId,
    id: newId(),
    memberId,
    organizationId: into,
    from: on,
    how,
  }))
  await tx.insert(affiliations).select(rowsOf(affiliations, rows))
}

/** Nobody holds a post of it, and no committee serves it, from that day on. */
export async function endOffices(tx: Db, { unitId, id }: Branch, on: Day): Promise<void> {
  await tx
    .update(posts)
    .set({ until: sql`greatest(${posts.from}, ${on}::date)` })
    .where(
      and(
        eq(posts.unitId, unitId),
        eq(posts.organizationId, id),
        or(isNull(posts.until), gt(posts.until, on)),
      ),
    )
  await tx
    .update(committeeTerms)
    .set({ endedOn: on })
    .where(and(eq(committeeTerms.organizationId, id), isNull(committeeTerms.endedOn)))
}

/** Those who hold a post of the branch and go elsewhere give it up. */
export async function endPostsOf(
  tx: Db,
  { unitId, id }: Branch,
  { memberIds, on }: { memberIds: readonly string[]; on: Day },
): Promise<void> {
  await tx
    .update(posts)
    .set({ until: sql`greatest(${posts.from}, ${on}::date)` })
    .where(
      and(
        eq(posts.unitId, unitId),
        eq(posts.organizationId, id),
        oneOf(posts.memberId, memberIds),
        or(isNull(posts.until), gt(posts.until, on)),
      ),
    )
}

export async function findGroups(tx: Db, branchId: string) {
  return tx
    .select({ id: organizations.id, path: organizations.path })
    .from(organizations)
    .where(and(eq(organizations.parentId, branchId), isNull(organizations.dissolvedOn)))
    .for('update')
}

/**
 * Counts anew everything at and below a path, as it lies in the tables, and says how many rows were wrong:
 * none, if everybody who changed something said so. After an import, a path above everything that came in.
 */
export async function recount(tx: Db, path: string): Promise<number> {
  const { rows } = await tx.execute(sql`
    with own as (
      select o.id, o.path,
        case when o.dissolved_on is null then 1 else 0 end as organizations,
        case when o.dissolved_on is null
          and o.kind in ('branch', 'jointBranch', 'temporaryBranch', 'temporaryJointBranch')
          then 1 else 0 end as branches,
        coalesce(m.members, 0) as members, coalesce(m.probationary, 0) as probationary
      from ${organizations} o
      left join (
        select organization_id, count(*) as members,
          count(*) filter (where stage = 'probationary') as probationary
        from ${members} where left_on is null group by organization_id
      ) m on m.organization_id = o.id
      where o.path like ${`${path}%`}
    ), truth as (
      select above.id::uuid as id, sum(members)::int as members,
        sum(probationary)::int as probationary, sum(branches)::int as branches,
        sum(organizations)::int as organizations
      from own, unnest(string_to_array(trim(both '/' from path), '/')) as above(id)
      group by above.id
    )
    insert into ${organizationCounts} as kept (id, members, probationary, branches, organizations)
    select * from truth where id in (select id from own)
    on conflict (id) do update set
      members = excluded.members, probationary = excluded.probationary,
      branches = excluded.branches, organizations = excluded.organizations
    where (kept.members, kept.probationary, kept.branches, kept.organizations)
      is distinct from
      (excluded.members, excluded.probationary, excluded.branches, excluded.organizations)
    returning kept.id`)
  return rows.length
}
