import type { ExportColumn } from '@zhixing/contract'
import type { Audience } from '@zhixing/contract'

/** What was allowed to be taken out, by whom, and until when. */
export type ExportTicket = {
  readonly accountId: string
  readonly until: string
  readonly fileName: string
  readonly path: string
  readonly text: string
  readonly audience: Audience
  readonly columns: readonly ExportColumn[]
  readonly isPlain: boolean
  readonly format: 'xlsx' | 'csv'
}

/** The ticket as part of an address: its words, and the signature that they came from here. */
export function writeTicket(ticket: ExportTicket, sign: (text: string) => string): string {
  const words = Buffer.from(JSON.stringify(ticket)).toString('base64url')
  return `${words}.${sign(words)}`
}

/** The ticket, if it came from here, is this person's, and its time is not over. */
export function readTicket(
  text: string,
  { sign, accountId, now }: { sign: (text: string) => string; accountId: string; now: Date },
): ExportTicket | undefined {
  const [words = '', signature = ''] = text.split('.')
  if (signature === '' || sign(words) !== signature) return undefined
  const ticket: ExportTicket = JSON.parse(Buffer.from(words, 'base64url').toString())
  return ticket.accountId === accountId && ticket.until > now.toISOString() ? ticket : undefined
}
