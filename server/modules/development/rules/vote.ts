/** Votes on admission and confirmation: one person, one ballot, counted over all who may vote. */

export type Vote = {
  readonly excluded: number
  readonly excludedBecause: string
  readonly present: number
  readonly written: number
  readonly inFavour: number
  readonly against: number
  readonly abstained: number
}

/** More than half, of any number. */
export function majorityOf(entitled: number): number {
  return Math.floor(entitled / 2) + 1
}

/** More than half of those entitled have to be there, and more than half of them in favour: absence counts against. */
export function countVote(vote: Vote, roll: number) {
  const entitled = roll - vote.excluded
  const needed = majorityOf(entitled)
  return { entitled, needed, isQuorate: vote.present >= needed, isPassed: vote.inFavour >= needed }
}

/** Why a vote cannot have gone so; nothing where it can. */
export function refuseVote(vote: Vote, roll: number) {
  const { excluded, excludedBecause, present, written, inFavour, against, abstained } = vote
  if (excluded >= roll || (excluded > 0 && excludedBecause.length < 2))
    return { reason: 'development.voteExcluded', words: { 人数: excluded, 应到: roll } } as const
  const { entitled, isQuorate } = countVote(vote, roll)
  const able = present + written
  if (able > entitled)
    return { reason: 'development.voteNobody', words: { 合计: able, 应到: entitled } } as const
  if (!isQuorate)
    return { reason: 'development.votePresent', words: { 应到: entitled, 实到: present } } as const
  const cast = inFavour + against + abstained
  if (cast > able)
    return { reason: 'development.voteMany', words: { 合计: cast, 可投: able } } as const
  return undefined
}

/** Why this resolution does not follow from the vote. */
export function refuseResolution(vote: Vote, roll: number, isFor: boolean) {
  const { entitled, needed, isPassed } = countVote(vote, roll)
  const words = { 赞成: vote.inFavour, 应到: entitled, 需要: needed }
  if (isFor && !isPassed) return { reason: 'development.voteFailed', words } as const
  if (!isFor && isPassed) return { reason: 'development.votePassed', words } as const
  return undefined
}

export function sayVote(vote: Vote, roll: number): string {
  const { entitled, isPassed } = countVote(vote, roll)
  const { excluded, excludedBecause, present, written, inFavour, against, abstained } = vote
  return [
    `应到会有表决权的 ${entitled} 人`,
    excluded > 0 ? `（不计入 ${excluded} 人：${excludedBecause}）` : '',
    `，实到 ${present} 人`,
    written > 0 ? `，会前书面意见 ${written} 人` : '',
    `，无记名投票：赞成 ${inFavour} 票，反对 ${against} 票，弃权 ${abstained} 票，`,
    isPassed
      ? '赞成超过应到会有表决权人数的半数，通过。'
      : '赞成没有超过应到会有表决权人数的半数，未通过。',
  ].join('')
}
