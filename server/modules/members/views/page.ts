import { and, asc, desc, eq } from 'drizzle-orm'
import { oneOf } from '../../../kernel/many.ts'
import { dayOf, yearsBetween } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { cohortsOf, findSubjects, rosterOf } from '../../audience/index.ts'
import { organizations } from '../../organizations/table.ts'
import { isInForce } from '../rules/days.ts'
import { factsOf } from '../store/facts.ts'
import type { MemberKey } from '../store/members.ts'
import { excuses, memberGrowths, members, posts } from '../table.ts'

/** All that a page about one member shows, unmasked; whoever shows it masks what the reader may not see. */
export async function readMember(
  { db, now, vault }: { db: Reader; now: Date; vault: Vault },
  { unitId, memberId }: MemberKey,
) {
  const own = and(eq(members.unitId, unitId), eq(members.id, memberId))
  const day = dayOf(now)
  const [member] = await db.select().from(members).where(own)
  const [subject] = await findSubjects(db, own, day, unitId)
  if (!member || !subject) return undefined

  const facts = factsOf(member, vault)
  const from = facts.confirmedOn
  return {
    member,
    path: subject.path,
    facts,
    age: yearsBetween(facts.bornOn, day),
    standingYears: from && from <= day ? yearsBetween(from, day) : null,
    organizationName: subject.organizationName,
    organizationNames: await namesAlong(db, subject.path),
    roster: rosterOf(subject, day),
    cohorts: cohortsOf(subject, day),
    posts: await postsOf(db, { unitId, memberId }, day),
    tags: [...subject.tags],
    profile: {
      rank: member.rank,
      trade: member.trade,
      traits: [...member.traits],
      isRestructured: member.isRestructured,
    },
    ruralType: member.ruralType,
    growth: await growthOf(db, { unitId, memberId }),
    excuses: await excusesOf(db, { unitId, memberId }, day),
  }
}

/** From the root down. */
export async function namesAlong(db: Reader, path: string): Promise<string[]> {
  const ids = path.split('/').filter((id) => id !== '')
  const rows = await db
    .select({ name: organizations.name })
    .from(organizations)
    .where(oneOf(organizations.id, ids))
    .orderBy(asc(organizations.path))
  return rows.map(({ name }) => name)
}

async function postsOf(db: Reader, { unitId, memberId }: MemberKey, day: Day) {
  const rows = await db
    .select({
      post: posts.post,
      organizationName: organizations.name,
      from: posts.from,
      until: posts.until,
    })
    .from(posts)
    .innerJoin(organizations, eq(organizations.id, posts.organizationId))
    .where(and(eq(posts.unitId, unitId), eq(posts.memberId, memberId)))
    .orderBy(asc(posts.from))
  return rows.filter(({ from, until }) => from <= day && (until === null || until > day))
}

async function growthOf(db: Reader, { unitId, memberId }: MemberKey) {
  const { type, on, note, byName } = memberGrowths
  return db
    .select({ type, on, note, byName })
    .from(memberGrowths)
    .where(and(eq(memberGrowths.unitId, unitId), eq(memberGrowths.memberId, memberId)))
    .orderBy(desc(on), desc(memberGrowths.id))
}

async function excusesOf(db: Reader, { unitId, memberId }: MemberKey, day: Day) {
  const rows = await db
    .select()
    .from(excuses)
    .where(and(eq(excuses.unitId, unitId), eq(excuses.memberId, memberId)))
    .orderBy(desc(excuses.from))
  return rows.map((row) => ({ ...row, isInForce: isInForce(row, day) }))
}
