import type { BallotKind } from '../rules/kind.ts'

/** 民主评议测评: everybody who is graded stands on a line of their own; the committee concludes, the ballot does not. */
export const appraisal: BallotKind = {
  key: 'appraisal',
  scale: 'grades',
  quorum: { rule: 'vote.quorum', isMore: false },
  pass: null,
  countsWritten: false,
  isAnnounced: false,
}
