import { excuseReasons } from '@zhixing/contract/words.ts'
import { and, eq, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { withKeptPlan } from '../../../kernel/kept-plan.ts'
import { floatingStays } from '../../floating/table.ts'
import { excuses, members, memberTags, posts } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import type { HeldPost, Subject } from './condition.ts'
import { excuseInForce } from './membership.ts'
import { openStay } from './profile.ts'
import { postHeld } from './position.ts'

type Excuse = { readonly reason: keyof typeof excuseReasons; readonly from: string }

/** Belonged to us on the day: had come, and had not gone. */
export function presentOn(day: Day): SQL {
  return sql`(${members.leftOn} is null or ${members.leftOn} > ${day}::date)`
}

/**
 * The columns by which conditions judge, for a query over members joined with their organizations. Of people of one unit
 * it is said at every table, or a cluster would ask all nodes.
 */
export function subjectColumns(day: Day, unitId?: string) {
  const here = (unit: AnyPgColumn) => (unitId ? sql` and ${unit} = ${unitId}` : sql``)
  return {
    unitId: members.unitId,
    memberId: members.id,
    name: members.name,
    sex: members.sex,
    ethnicity: members.ethnicity,
    bornOn: members.bornOn,
    education: members.education,
    stage: members.stage,
    joinedOn: members.joinedOn,
    confirmedOn: members.confirmedOn,
    employment: members.employment,
    isSuspended: members.isSuspended,
    rank: members.rank,
    trade: members.trade,
    traits: members.traits,
    ruralType: members.ruralType,
    isRestructured: members.isRestructured,
    stayReason: sql<Subject['stayReason']>`(select ${floatingStays.reason} from ${floatingStays}
      where ${openStay}${here(floatingStays.unitId)})`,
    lostSince: members.lostSince,
    floatingSince: members.floatingSince,
    floatingTo: members.floatingTo,
    organizationId: members.organizationId,
    organizationName: organizations.name,
    path: organizations.path,
    sector: organizations.sector,
    kind: organizations.kind,
    tier: organizations.tier,
    posts: sql<HeldPost[]>`(select coalesce(json_agg(json_build_object('post', ${posts.post},
      'from', ${posts.from}) order by ${posts.from}), '[]') from ${posts} where ${postHeld(day)}${here(posts.unitId)})`,
    tags: sql<string[]>`array(select ${memberTags.tag} from ${memberTags}
      where ${memberTags.unitId} = ${members.unitId} and ${memberTags.memberId} = ${members.id}${here(memberTags.unitId)}
      order by ${memberTags.tag})`,
    excuse: sql<Excuse | null>`(select json_build_object('reason', ${excuses.reason}, 'from', ${excuses.from})
      from ${excuses} where ${excuseInForce(day)}${here(excuses.unitId)} order by ${excuses.from} desc limit 1)`,
  }
}

export function subjectOf<Row extends { readonly excuse: Excuse | null }>(row: Row) {
  const { excuse } = row
  return {
    ...row,
    excuse: excuse ? `${excuse.from} 起因${excuseReasons[excuse.reason]}免硬性要求` : null,
  }
}

/** The members that a condition of the caller's chooses, of one unit or of any, as conditions look at them on the day. */
export async function findSubjects(
  db: Reader,
  where: SQL | undefined,
  day: Day,
  unitId?: string,
): Promise<Subject[]> {
  const rows = await db
    .select(subjectColumns(day, unitId))
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(and(where, unitId ? eq(members.unitId, unitId) : undefined))
  return rows.map(subjectOf)
}

/** One member, whatever the reach. */
export async function findSubject(
  db: Reader,
  { unitId, memberId }: Pick<Subject, 'unitId' | 'memberId'>,
  day: Day,
): Promise<Subject | undefined> {
  const asked = db
    .select(subjectColumns(day, unitId))
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(and(eq(members.unitId, unitId), eq(members.id, memberId)))
  const [row] = await withKeptPlan(asked)
  return row && subjectOf(row)
}
