import type { ballotKinds, ballotScales } from '@zhixing/contract/ballot-words.ts'

type QuorumRule = 'vote.quorum' | 'vote.admission.quorum' | 'vote.election.quorum'
type PassRule = 'vote.pass' | 'vote.admission.pass' | 'vote.election.pass'

/** Everything in which one kind of ballot differs from another, as data. */
export type BallotKind = {
  readonly key: keyof typeof ballotKinds
  readonly scale: keyof typeof ballotScales
  /** How many of those entitled must be there; `isMore`: more than the share, not just that. */
  readonly quorum: { readonly rule: QuorumRule; readonly isMore: boolean }
  /** More than this share in favour: of those entitled, or of those there. Without it nothing passes or fails. */
  readonly pass: { readonly rule: PassRule; readonly of: 'entitled' | 'present' } | null
  /** Whether the signed opinions of those who could not come are counted. */
  readonly countsWritten: boolean
  /** Whether those who voted are told the numbers. */
  readonly isAnnounced: boolean
}
