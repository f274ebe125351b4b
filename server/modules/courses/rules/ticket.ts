import { ticketMs } from './watching.ts'

/** What a ticket says; the vault signs it together with whose it is. */
export type TicketFacts = {
  readonly courseId: string
  readonly itemId: string
  readonly openedAt: number
  readonly signature: string
}

type Signed = Omit<TicketFacts, 'signature'> & { readonly memberId: string }

export function ticketText({ courseId, itemId, openedAt, memberId }: Signed): string {
  return `watch:${memberId}:${courseId}:${itemId}:${openedAt}`
}

export function writeTicket({ courseId, itemId, openedAt, signature }: TicketFacts): string {
  return [courseId, itemId, openedAt, signature].join('.')
}

export function readTicket(text: string): TicketFacts | undefined {
  const [courseId, itemId, opened, signature, ...more] = text.split('.')
  const openedAt = Number(opened)
  const isWhole = courseId && itemId && signature && Number.isSafeInteger(openedAt)
  return isWhole && more.length === 0 ? { courseId, itemId, openedAt, signature } : undefined
}

/** From the moment it was given until a day later. */
export function holds({ openedAt }: Pick<TicketFacts, 'openedAt'>, now: number): boolean {
  return openedAt <= now && now < openedAt + ticketMs
}
