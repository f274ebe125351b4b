import type { BallotChoices, EntryOf, Output } from '@zhixing/contract'
import { command } from '../api.ts'
import { askNamelessly, castBlindly, postNamelessly } from '../blind/cast.ts'
import { ticketName } from './ticket.ts'

type Key = { unitId: string; ballotId: string }
type Slip = Output<EntryOf<'ballots.slip'>>

/** Votes once, with a ticket instead of a name. */
export async function castVote(key: Key, personId: string, choices: BallotChoices): Promise<void> {
  await castBlindly({
    name: ticketName(personId, key),
    publicKey: async () => (await askNamelessly<Slip>('/api/ballots/slip', key)).publicKey,
    sign: async (blinded) => command('ballots.ticket', { ...key, blinded }),
    hand: async (ticket) => postNamelessly('/api/ballots/cast', { ...key, ...ticket, choices }),
  })
}
