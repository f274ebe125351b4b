import type { BallotKind } from '../rules/kind.ts'

/**
 * 接收预备党员、转正: more than half of those entitled come, more than half of those entitled are in favour; who cannot
 * come may hand in a signed opinion before the count. One by one: a ballot each.
 */
export const admission: BallotKind = {
  key: 'admission',
  scale: 'approval',
  quorum: { rule: 'vote.admission.quorum', isMore: true },
  pass: { rule: 'vote.admission.pass', of: 'entitled' },
  countsWritten: true,
  isAnnounced: true,
}
