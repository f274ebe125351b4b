import type { BallotKind } from '../rules/kind.ts'

/** 组织处置: as a motion, one person at a time. */
export const disposal: BallotKind = {
  key: 'disposal',
  scale: 'approval',
  quorum: { rule: 'vote.quorum', isMore: false },
  pass: { rule: 'vote.pass', of: 'entitled' },
  countsWritten: false,
  isAnnounced: true,
}
