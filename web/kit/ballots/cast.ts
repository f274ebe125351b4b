import type { BallotChoices, EntryOf, Output } from '@zhixing/contract'
import { command } from '../api.ts'
import { askNamelessly, castBlindly, hasSlip, postNamelessly } from '../blind/cast.ts'

type Key = { unitId: string; ballotId: string }
type Slip = Output<EntryOf<'ballots.slip'>>

function nameOf(personId: string, { ballotId }: Key): string {
  return `vote:${personId}:${ballotId}`
}

/** Votes once, with a ticket instead of a name. */
export async function castVote(key: Key, personId: string, choices: BallotChoices): Promise<void> {
  await castBlindly({
    name: nameOf(personId, key),
    publicKey: async () => (await askNamelessly<Slip>('/api/ballots/slip', key)).publicKey,
    sign: async (blinded) => command('ballots.ticket', { ...key, blinded }),
    hand: async (ticket) => postNamelessly('/api/ballots/cast', { ...key, ...ticket, choices }),
  })
}

/** Whether this phone holds a ticket that has not been used: the way to the server broke off in between. */
export function holdsTicket(personId: string, key: Key): boolean {
  return hasSlip(nameOf(personId, key))
}
