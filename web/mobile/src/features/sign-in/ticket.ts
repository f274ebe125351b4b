import type { EntryOf, Output } from '@zhixing/contract'

export type Ticket = Output<EntryOf<'activities.openCode'>>

const keyOf = (code: string) => `ticket:${code}`

/** What the code became on this phone; logging in lies between, so it has to outlive the page. */
export function keptTicket(code: string): Ticket | undefined {
  try {
    const text = sessionStorage.getItem(keyOf(code))
    if (!text) return undefined
    const ticket: Ticket = JSON.parse(text)
    return Date.parse(ticket.until) > Date.now() ? ticket : undefined
  } catch {
    return undefined
  }
}

export function keepTicket(code: string, ticket: Ticket): void {
  sessionStorage.setItem(keyOf(code), JSON.stringify(ticket))
}
