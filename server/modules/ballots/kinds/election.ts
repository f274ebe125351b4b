import type { BallotKind } from '../rules/kind.ts'

/** 选举: at least four fifths of those entitled come; elected is who has more than half of those who came. */
export const election: BallotKind = {
  key: 'election',
  scale: 'approval',
  quorum: { rule: 'vote.election.quorum', isMore: false },
  pass: { rule: 'vote.election.pass', of: 'present' },
  countsWritten: false,
  isAnnounced: true,
}
