import type { Kind } from './kind.ts'
import type { RollEntry } from './roll.ts'

export type Quorum = {
  readonly entitled: number
  readonly present: number
  readonly needed: number
  readonly isMet: boolean
}

/**
 * Whether enough of those entitled are there to decide anything. Probationary members have no vote, nor those whom a sanction took it from; who is excused is
 * not counted; who made the meeting up later was not there.
 */
export function quorumOf(
  { quorum }: Pick<Kind, 'quorum'>,
  roll: readonly RollEntry[],
  [part, whole]: readonly [number, number],
): Quorum | undefined {
  if (!quorum) return undefined
  const entitled = roll.filter(
    ({ standing, isVoteless }) => standing === 'due' && (quorum.of === 'due' || !isVoteless),
  )
  const present = entitled.filter(({ mark, way }) => mark === 'present' && way !== 'makeUp').length
  const needed = Math.ceil((entitled.length * part) / whole)
  return { entitled: entitled.length, present, needed, isMet: present >= needed }
}
