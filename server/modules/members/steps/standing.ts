import type { Day } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { countOf, shiftCounts } from '../store/counts.ts'
import { endPosts } from '../store/details.ts'
import { beginAffiliation, endAffiliation, lockMember, updateMember } from '../store/members.ts'
import type { MemberKey, MemberRow } from '../store/members.ts'

type Parting = {
  readonly on: Day
  readonly because: Exclude<MemberRow['leftBecause'], null>
}

/** The row remains, with its history and its hours; what is held ends on the day. */
export async function partWith(
  tx: Db,
  { member, path }: { readonly member: MemberRow; readonly path: string },
  { on, because }: Parting,
): Promise<number> {
  const version = await updateMember(tx, member, { leftOn: on, leftBecause: because })
  await endAffiliation(tx, member, on)
  await endPosts(tx, { unitId: member.unitId, memberId: member.id }, on)
  await shiftCounts(tx, path, countOf(member.stage, -1))
  return version
}

/** Off the roll by a decision, whoever's reach the decision came from. */
export async function removeMember(tx: Db, key: MemberKey, parting: Parting): Promise<void> {
  await partWith(tx, await requireHere(tx, key), parting)
}

/** The decision that took them off the roll was taken back: they belong again, from the day of that. */
export async function readmitMember(tx: Db, key: MemberKey, from: Day): Promise<void> {
  const found = await lockMember(tx, ['/'], key)
  if (!found) throw missing('members.unknown')
  const { member, path } = found
  if (member.leftOn === null) throw conflict('members.here')
  await updateMember(tx, member, { leftOn: null, leftBecause: null })
  await beginAffiliation(tx, {
    ...key,
    organizationId: member.organizationId,
    from,
    how: 'registered',
  })
  await shiftCounts(tx, path, countOf(member.stage))
}

/** 停止党籍: on the roll, and called to nothing; nothing of it where the day is missing. */
export async function suspendMember(tx: Db, key: MemberKey, on: Day): Promise<void> {
  const { member } = await requireHere(tx, key)
  await updateMember(tx, member, { isSuspended: true, suspendedOn: on })
}

/** 恢复党籍: whoever comes back was found. */
export async function restoreMember(tx: Db, key: MemberKey): Promise<void> {
  const { member } = await requireHere(tx, key)
  await updateMember(tx, member, { isSuspended: false, suspendedOn: null, lostSince: null })
}

/** From when until before when somebody neither votes nor is elected; nothing, and they do again. */
export async function limitRights(
  tx: Db,
  key: MemberKey,
  span: { readonly from: Day; readonly until: Day } | null,
): Promise<void> {
  const { member } = await requireHere(tx, key)
  await updateMember(tx, member, {
    votelessFrom: span?.from ?? null,
    votelessUntil: span?.until ?? null,
  })
}

/** Whatever they hold in the Party, they hold no longer. */
export async function endMemberPosts(tx: Db, key: MemberKey, on: Day): Promise<void> {
  await requireHere(tx, key)
  await endPosts(tx, key, on)
}

async function requireHere(tx: Db, key: MemberKey) {
  const found = await lockMember(tx, ['/'], key)
  if (!found) throw missing('members.unknown')
  if (found.member.leftOn) throw conflict('members.left')
  return found
}
