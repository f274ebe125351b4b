import type { Reason } from '@zhixing/contract'
import type { studyRoles } from '@zhixing/contract/study-words.ts'

export type Role = keyof typeof studyRoles
type Seat = { readonly memberUnitId: string; readonly memberId: string; readonly role: Role }
type Refused = {
  readonly reason: Reason
  readonly words: Readonly<Record<string, string | number>>
}

/** One leads, and nobody sits there twice. */
export function refuseSeats(seats: readonly Seat[]): Refused | undefined {
  const leaders = seats.filter(({ role }) => role === 'leader').length
  if (leaders !== 1) return { reason: 'studyGroups.leader', words: { 人数: leaders } }
  const people = new Set(seats.map(({ memberId }) => memberId))
  return people.size === seats.length ? undefined : { reason: 'studyGroups.twice', words: {} }
}

/** Who is due: the group itself, and the extended circle where a sitting is extended to it. */
export function dueOf<S extends Seat>(seats: readonly S[], isExtended: boolean): S[] {
  return seats.filter(({ role }) => isExtended || role !== 'extended')
}

/** What has to change: who comes, who goes, who sits there as something else. */
export function movesOf(before: readonly Seat[], after: readonly Seat[]) {
  const roleOf = new Map(after.map(({ memberId, role }) => [memberId, role]))
  const was = new Map(before.map(({ memberId, role }) => [memberId, role]))
  return {
    leaving: before.filter(({ memberId, role }) => roleOf.get(memberId) !== role),
    coming: after.filter(({ memberId, role }) => was.get(memberId) !== role),
  }
}
