import { and, eq, gt, gte, inArray, isNull, like, lte, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { containing } from '../../../kernel/search.ts'
import { affiliations, excuses, members, posts } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { exemptions } from '../rules/exemption.ts'
import type { MeetingKind } from '../rules/kind.ts'
import type { Known, Person } from '../rules/roll.ts'
import { attendances, listedMembers } from '../table.ts'
import type { Activity, ActivityKey } from './activities.ts'

const committeePosts = [
  'secretary',
  'deputySecretary',
  'organizationOfficer',
  'publicityOfficer',
  'disciplineOfficer',
  'officer',
] as const

/**
 * Who belongs, on a day, to the branch, its committee or its group. A stay that was written down decides; without any
 * for that day, the branch that the member has now.
 */
export async function findPeople(
  db: Reader,
  { unitId, organizationId, groupId }: Pick<Activity, 'unitId' | 'organizationId' | 'groupId'>,
  due: MeetingKind['due'],
  day: string,
): Promise<Person[]> {
  const rows = await db
    .select({ member: members, excuse: excuses.reason })
    .from(members)
    .leftJoin(
      excuses,
      and(
        eq(excuses.unitId, members.unitId),
        eq(excuses.memberId, members.id),
        lte(excuses.from, day),
        or(isNull(excuses.until), gte(excuses.until, day)),
        or(isNull(excuses.endedOn), gt(excuses.endedOn, day)),
      ),
    )
    .where(
      and(
        eq(members.unitId, unitId),
        sql`${members.id} = any(array(${candidates(organizationId)}))`,
        belongs(organizationId, day),
        or(isNull(members.leftOn), gt(members.leftOn, day)),
        or(eq(members.isSuspended, false), gt(members.suspendedOn, day)),
        due === 'group' && groupId ? eq(members.groupId, groupId) : undefined,
        due === 'committee' ? sitsThere(organizationId, day) : undefined,
      ),
    )
  const first = new Map(rows.toReversed().map((row) => [row.member.id, row]))
  return [...first.values()].map(({ member, excuse }) => ({
    ...personOf(member, day),
    exemption: excuse ? exemptions[excuse] : null,
  }))
}

/** Who stands on the list that was handed in, wherever they belong; article 23 excuses nobody who enrolled. */
export async function findListed(
  db: Reader,
  { unitId, activityId }: ActivityKey,
  day: string,
): Promise<Person[]> {
  const listed = db
    .select({ memberUnitId: listedMembers.memberUnitId, memberId: listedMembers.memberId })
    .from(listedMembers)
    .where(and(eq(listedMembers.unitId, unitId), eq(listedMembers.activityId, activityId)))
    .as('listed')
  const rows = await db
    .select({ member: members, organizationName: organizations.name })
    .from(listed)
    .innerJoin(
      members,
      and(eq(members.unitId, listed.memberUnitId), eq(members.id, listed.memberId)),
    )
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
  return rows.map(({ member, organizationName }) => ({
    ...personOf(member, day),
    organizationName,
    exemption: null,
  }))
}

function personOf(member: typeof members.$inferSelect, day: string) {
  return {
    memberUnitId: member.unitId,
    memberId: member.id,
    name: member.name,
    nameKey: member.nameKey,
    bornOn: member.bornOn,
    isProbationary: member.stage === 'probationary',
    isVoteless: isVoteless(member, day),
    isFloating: member.floatingSince !== null && member.floatingSince <= day,
  }
}

/** Probationary members have no vote, and for a time those have none whom a sanction took it from. */
function isVoteless(
  { stage, votelessFrom, votelessUntil }: typeof members.$inferSelect,
  day: string,
): boolean {
  if (stage === 'probationary') return true
  return votelessFrom !== null && votelessFrom <= day && (votelessUntil ?? '9999') > day
}

/** By index, before anything is compared: who is or was ever there. */
function candidates(organizationId: string): SQL {
  return sql`select ${affiliations.memberId} from ${affiliations} where ${affiliations.organizationId} = ${organizationId}
    union select ${members.id} from ${members} where ${members.organizationId} = ${organizationId}`
}

/** The day of a move belongs to the branch that somebody came to: nobody is due in two. */
function belongs(organizationId: string, day: string): SQL {
  const stay = sql`select 1 from ${affiliations} where ${affiliations.unitId} = ${members.unitId}
    and ${affiliations.memberId} = ${members.id} and ${affiliations.from} <= ${day}
    and (${affiliations.until} is null or ${affiliations.until} > ${day})`
  return sql`(exists (${stay} and ${affiliations.organizationId} = ${organizationId})
    or (${members.organizationId} = ${organizationId} and coalesce(${members.arrivedOn} <= ${day}, true)
      and not exists (${stay})))`
}

function sitsThere(organizationId: string, day: string): SQL {
  return sql`exists (select 1 from ${posts} where ${posts.unitId} = ${members.unitId}
    and ${posts.memberId} = ${members.id} and ${posts.organizationId} = ${organizationId}
    and ${inArray(posts.post, [...committeePosts])} and ${posts.from} <= ${day}
    and (${posts.until} is null or ${posts.until} >= ${day}))`
}

/** Names of whoever has an attendance, wherever they belong. */
export async function findKnown(
  db: Reader,
  { unitId, activityId }: ActivityKey,
): Promise<Map<string, Known>> {
  const came = db
    .select({ memberUnitId: attendances.memberUnitId, memberId: attendances.memberId })
    .from(attendances)
    .where(and(eq(attendances.unitId, unitId), eq(attendances.activityId, activityId)))
    .as('came')
  const rows = await db
    .select({
      id: members.id,
      name: members.name,
      nameKey: members.nameKey,
      bornOn: members.bornOn,
      organizationName: organizations.name,
    })
    .from(came)
    .innerJoin(members, and(eq(members.unitId, came.memberUnitId), eq(members.id, came.memberId)))
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
  return new Map(rows.map(({ id, ...known }) => [id, known]))
}

/** Members of a unit who are meant by a name or exactly by a phone number; the few that a search may show. */
export async function findCandidates(
  db: Reader,
  unitId: string,
  { text, phoneIndexes }: { text: string; phoneIndexes: readonly string[] },
) {
  return db
    .select({
      memberId: members.id,
      name: members.name,
      organizationName: organizations.name,
      path: organizations.path,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        eq(members.unitId, unitId),
        isNull(members.leftOn),
        or(like(members.name, containing(text)), oneOf(members.phoneIndex, phoneIndexes)),
      ),
    )
    .orderBy(members.nameKey, members.name, members.id)
    .limit(20)
}

/** Somebody who belongs to the unit today. */
export async function findInUnit(db: Reader, unitId: string, memberId: string) {
  const [row] = await db
    .select({ memberId: members.id, name: members.name, organizationId: members.organizationId })
    .from(members)
    .where(and(eq(members.unitId, unitId), eq(members.id, memberId), isNull(members.leftOn)))
  return row
}

type Place = { readonly memberUnitId: string; readonly memberId: string }

/** The keyed digests of ID numbers, to find by one without reading any. */
export async function findIdNumberIndexes(db: Reader, people: readonly Place[]) {
  const rows = await db
    .select({ id: members.id, index: members.idNumberIndex })
    .from(members)
    .where(
      and(
        oneOf(
          members.unitId,
          people.map(({ memberUnitId }) => memberUnitId),
        ),
        oneOf(
          members.id,
          people.map(({ memberId }) => memberId),
        ),
      ),
    )
  return new Map(rows.map(({ id, index }) => [id, index]))
}
