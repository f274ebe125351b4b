import { contract } from '@zhixing/contract'
import { openAct, ownAct } from '../../../kernel/act.ts'
import { isSameSlip } from '../../../kernel/blind-box.ts'
import { isTicket, signBlinded } from '../../../kernel/blind-tickets.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { digestOf } from '../../../kernel/token.ts'
import { refuseSlip } from '../rules/slip.ts'
import { requireOpen, slipRulesOf } from '../steps/count.ts'
import { lockBallot } from '../store/ballots.ts'
import type { Ballot } from '../store/ballots.ts'
import { findSlip, keepSlip } from '../store/slips.ts'
import { findVoters, lockVoter, markTicket } from '../store/voters.ts'

/**
 * Signs one ticket for each who is there and may vote, without seeing it. The same ticket may be asked for again, when a
 * slip was lost on the way. There is no trace: the list says that it was given, and a moment would only help to guess.
 */
export const ticket = ownAct(contract.ballots.ticket, async (scene, { blinded, ...key }) => {
  const { tx, now, actor, vault } = scene
  const ballot = await lockBallot(tx, key, { how: 'share' })
  const { memberId, unitId: memberUnitId } = actor
  if (!ballot || !memberId) throw missing('ballots.unknown')
  const person = { memberUnitId, memberId }
  const voter = await lockVoter(tx, key, person)
  if (!voter) throw missing('ballots.notAsked')
  requireOpenOn(ballot, now)
  if (!ballot.sealedKey) throw conflict('ballots.onPaper')
  if (!voter.isPresent) throw conflict('ballots.absent')
  const digest = digestOf(blinded)
  if (voter.ticket !== null && voter.ticket !== digest) throw conflict('ballots.ticketTaken')
  const signature = signBlinded(vault.open(ballot.sealedKey), blinded)
  if (!signature) throw conflict('ballots.ticketBroken')
  if (voter.ticket === null) await markTicket(tx, key, person, digest)
  return { value: { signature }, place: ballot, change: 'none' }
})

/** With a ticket instead of a name: no session is asked for, and no trace is left. */
export const cast = openAct(contract.ballots.cast, async ({ tx, now }, input) => {
  const { message, signature, choices, ...key } = input
  const ballot = await lockBallot(tx, key)
  if (!ballot) throw missing('ballots.unknown')
  if (ballot.way === 'paper') throw conflict('ballots.onPaper')
  if (!isTicket(ballot.publicKey, message, signature)) throw conflict('ballots.forged')
  const digest = digestOf(message)
  const kept = await findSlip(tx, key, digest)
  if (kept && !isSameSlip(kept, choices)) throw conflict('ballots.used')
  if (!kept) {
    requireOpenOn(ballot, now)
    const voters = ballot.takesOthers ? await findVoters(tx, key) : []
    const refusal = refuseSlip(choices, slipRulesOf(ballot, voters))
    if (refusal) throw conflict(refusal.reason, refusal.words)
    await keepSlip(tx, key, { ticket: digest, choices })
  }
  return { value: {}, place: ballot, change: 'none' }
})

function requireOpenOn(ballot: Ballot, now: Date): void {
  requireOpen(ballot)
  if (dayOf(now) > ballot.until) throw conflict('ballots.over', { 日期: ballot.until })
}
