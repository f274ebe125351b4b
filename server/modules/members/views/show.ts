import { contract } from '@zhixing/contract'
import { and, desc, eq } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { ownView, view } from '../../../kernel/view.ts'
import { hourTotals } from '../../ledgers/table.ts'
import { masked } from '../rules/changes.ts'
import { maskName } from '../rules/mask.ts'
import type { MemberKey } from '../store/members.ts'
import { findMember } from '../store/members.ts'
import { readMember } from './page.ts'

const identifiers = ['idNumber', 'phone', 'address'] as const

/** Identifiers are masked even for those who may see them: seeing is an act of its own, and leaves a trace. */
export const showMember = view(contract.members.show, async (sight, key) => {
  const { db, reach, actor } = sight
  const found = await findMember(db, reach, key)
  const page = found && (await readMember(sight, key))
  if (!page) throw missing('members.unknown')

  const { member, path, facts, ...rest } = page
  const may = (grant: 'members.change' | 'members.identify' | 'members.excuse') =>
    covers(reachOf(actor.appointments, grant), path)
  const seesName = may('members.identify') || path === actor.place.path
  return {
    ...key,
    ...rest,
    version: member.version,
    facts: { ...masked(facts), name: seesName ? facts.name : maskName(facts.name) },
    masked: seesName ? [...identifiers] : [...identifiers, 'name' as const],
    organizationId: member.organizationId,
    suspendedOn: member.suspendedOn,
    leftOn: member.leftOn,
    leftBecause: member.leftBecause,
    hours: await hoursOf(db, key),
    more: Object.entries(member.more).map(([word, value]) => ({ word, value })),
    may: {
      change: may('members.change'),
      identify: may('members.identify'),
      excuse: may('members.excuse'),
    },
  }
})

/** About themself, everybody sees everything. */
export const me = ownView(contract.members.me, async (sight) => {
  const { actor } = sight
  const key = { unitId: actor.unitId, memberId: actor.memberId ?? actor.personId }
  const page = await readMember(sight, key)
  if (!page) throw missing('members.unknown')

  const { facts, posts, excuses, ...rest } = page
  return {
    ...rest,
    id: key.memberId,
    unitId: key.unitId,
    name: facts.name,
    facts,
    posts: posts.map(({ post }) => post),
    excuse: excuses.find(({ isInForce }) => isInForce) ?? null,
  }
})

async function hoursOf(db: Reader, { unitId, memberId }: MemberKey) {
  return db
    .select({ year: hourTotals.year, ledger: hourTotals.ledger, minutes: hourTotals.minutes })
    .from(hourTotals)
    .where(and(eq(hourTotals.unitId, unitId), eq(hourTotals.memberId, memberId)))
    .orderBy(desc(hourTotals.year), hourTotals.ledger)
}
