type Key = { unitId: string; ballotId: string }

/** Where the ticket of a ballot waits in this browser until it has been used. */
export function ticketName(personId: string, { ballotId }: Key): string {
  return `vote:${personId}:${ballotId}`
}

/** Whether a ticket waits here: the way to the server broke off before the slip was in. */
export function holdsTicket(personId: string, key: Key): boolean {
  return localStorage.getItem(ticketName(personId, key)) !== null
}
