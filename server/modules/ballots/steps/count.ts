import type { BallotResult, PaperCount, WrittenOpinions } from '@zhixing/contract'
import { othersPrefix, slipsLeast } from '@zhixing/contract/ballot-words.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { conflict } from '../../../kernel/problem.ts'
import { kindOf } from '../kinds/index.ts'
import { refuseCount, refuseWritten } from '../rules/paper.ts'
import { otherOf } from '../rules/slip.ts'
import { countSlips, resultOf } from '../rules/tally.ts'
import type { Counted } from '../rules/tally.ts'
import { electorateOf } from '../rules/terms.ts'
import { changeBallot, keyOf } from '../store/ballots.ts'
import type { Ballot } from '../store/ballots.ts'
import { destroySlips, findSlips, shuffleSlips } from '../store/slips.ts'
import { countVoters, findVoters } from '../store/voters.ts'

export type CountForm = {
  readonly tellers: readonly string[]
  readonly paper: PaperCount | null
  readonly written: WrittenOpinions | null
  readonly now: Date
}
type Voters = Awaited<ReturnType<typeof findVoters>>
type Counting = Pick<Counted, 'issued' | 'returned' | 'invalid'> & {
  readonly slips: PaperCount['lines']
}

/** Counts and closes for good. So few slips that they would tell whose they are make it void, and are destroyed. */
export async function countBallot(tx: Db, ballot: Ballot, form: CountForm): Promise<Ballot> {
  requireOpen(ballot)
  const key = keyOf(ballot)
  const voters = await findVoters(tx, key)
  refuseTellers(ballot, form)
  const turnout = await countVoters(tx, key)
  const counting =
    ballot.way === 'paper' ? onPaper(ballot, voters, form) : await onPhone(tx, ballot, form)
  const written = writtenOf(ballot, voters, form)
  const closing = { countedOn: dayOf(form.now), sealedKey: null }
  if (ballot.way === 'electronic' && counting.returned < slipsLeast) {
    await destroySlips(tx, key)
    const voidReason = `收回的选票不足 ${slipsLeast} 张，计票会看出是谁投的，没有计票`
    return changeBallot(tx, ballot, { ...closing, state: 'void', voidReason })
  }
  const electorate = electorateOf(turnout, ballot.terms)
  const { slips, ...numbers } = counting
  const lines = [...ballot.lines, ...writtenIn(slips, voters)]
  const counted = { ...numbers, written: written.people, tellers: [...form.tellers] }
  const result: BallotResult = resultOf(
    { ...ballot, kind: kindOf(ballot.kind), lines, electorate },
    counted,
    { slips, written: written.lines },
  )
  await shuffleSlips(tx, key)
  return changeBallot(tx, ballot, { ...closing, state: 'closed', result })
}

/** Void before it was counted: what was handed in is destroyed unread. */
export async function abandonBallot(
  tx: Db,
  ballot: Ballot,
  { reason, now }: { readonly reason: string; readonly now: Date },
): Promise<void> {
  requireOpen(ballot)
  await destroySlips(tx, keyOf(ballot))
  const closing = { countedOn: dayOf(now), sealedKey: null }
  await changeBallot(tx, ballot, { ...closing, state: 'void', voidReason: reason })
}

export function requireOpen({ state }: Ballot): void {
  if (state === 'closed') throw conflict('ballots.counted')
  if (state === 'void') throw conflict('ballots.void')
}

/** What may stand on a slip, and who may be written in beside the candidates. */
export function slipRulesOf(
  { kind, lines, most, takesOthers }: Ballot,
  voters: readonly { readonly memberId: string }[],
) {
  const standing = new Set(lines.map(({ memberId }) => memberId))
  const others = takesOthers ? voters.map(({ memberId }) => memberId) : []
  return {
    scale: kindOf(kind).scale,
    lines,
    most,
    others: new Set(others.filter((memberId) => !standing.has(memberId))),
  }
}

async function onPhone(tx: Db, ballot: Ballot, { paper }: CountForm): Promise<Counting> {
  if (paper) throw conflict('ballots.onPhone')
  const key = keyOf(ballot)
  const slips = await findSlips(tx, key)
  const { issued } = await countVoters(tx, key)
  return { issued, returned: slips.length, invalid: 0, slips: countSlips(slips) }
}

function onPaper(ballot: Ballot, voters: Voters, { paper }: CountForm): Counting {
  if (!paper) throw conflict('ballots.noPaper')
  const present = voters.filter(({ isPresent }) => isPresent).length
  const known = { ...slipRulesOf(ballot, voters), present, seats: ballot.seats }
  const refusal = refuseCount(paper, known)
  if (refusal) throw conflict(refusal.reason, refusal.words)
  const { issued, returned, invalid, lines } = paper
  return { issued, returned, invalid, slips: lines }
}

/** Two at least, and nobody who is voted on. On the phone the platform counts, and whoever watches it may be named. */
function refuseTellers({ way, kind, lines }: Ballot, { tellers }: CountForm): void {
  const least = way === 'paper' ? 2 : 0
  if (tellers.length < least || new Set(tellers).size < tellers.length)
    throw conflict('ballots.tellers')
  // Where everybody is graded, everybody stands on the slip.
  if (kindOf(kind).scale === 'grades') return
  const standing = lines.find(({ memberId, text }) => memberId !== null && tellers.includes(text))
  if (standing) throw conflict('ballots.tellerStands', { 姓名: standing.text })
}

function writtenOf(ballot: Ballot, voters: Voters, { written }: CountForm) {
  if (!written) return { people: 0, lines: [] }
  const absent = voters.filter(({ isPresent }) => !isPresent).map(({ memberId }) => memberId)
  const { countsWritten } = kindOf(ballot.kind)
  const known = { ...slipRulesOf(ballot, voters), absent: new Set(absent), countsWritten }
  const refusal = refuseWritten(written, known)
  if (refusal) throw conflict(refusal.reason, refusal.words)
  return { people: written.memberIds.length, lines: written.lines }
}

/** A line for whoever was written in. */
function writtenIn(slips: PaperCount['lines'], voters: Voters) {
  return slips.flatMap(({ key }) => {
    const memberId = otherOf(key)
    const voter = voters.find((one) => one.memberId === memberId)
    return memberId && voter
      ? [{ key: `${othersPrefix}${memberId}`, text: voter.name, memberId }]
      : []
  })
}
