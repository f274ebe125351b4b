import type { Vault } from './vault.ts'

/** Who may take a file out, until when, under which name and as what. */
export type ExportTicket = {
  readonly accountId: string
  readonly until: string
  readonly fileName: string
  readonly format: 'xlsx' | 'csv'
}

type Bearer = { readonly vault: Vault; readonly accountId: string; readonly now: Date }

/**
 * What an act allowed to be taken out, as part of an address: its words, and the signature that they came from here.
 * `purpose` keeps a ticket for one kind of file from opening another.
 */
export function exportTickets<Ticket extends ExportTicket>(purpose: string) {
  return {
    write(ticket: Ticket, { sign }: Vault): string {
      const words = Buffer.from(JSON.stringify(ticket)).toString('base64url')
      return `${words}.${sign(`${purpose} ${words}`)}`
    },

    /** The ticket, if it came from here, is this person's, and its time is not over. */
    read(text: string, { vault, accountId, now }: Bearer): Ticket | undefined {
      const [words = '', signature = ''] = text.split('.')
      if (!vault.isSigned(`${purpose} ${words}`, signature)) return undefined
      const ticket: Ticket = JSON.parse(Buffer.from(words, 'base64url').toString())
      return ticket.accountId === accountId && ticket.until > now.toISOString() ? ticket : undefined
    },
  }
}

/** Until when a ticket that is given now holds. */
export function minutesFrom(now: Date, minutes: number): string {
  return new Date(now.getTime() + minutes * 60_000).toISOString()
}
