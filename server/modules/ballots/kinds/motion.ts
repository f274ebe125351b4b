import type { BallotKind } from '../rules/kind.ts'

/** 议题表决: at least half of those entitled come, and more than half of those entitled are in favour. */
export const motion: BallotKind = {
  key: 'motion',
  scale: 'approval',
  quorum: { rule: 'vote.quorum', isMore: false },
  pass: { rule: 'vote.pass', of: 'entitled' },
  countsWritten: false,
  isAnnounced: true,
}
