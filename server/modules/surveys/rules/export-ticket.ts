/** What may be taken out, by whom, and until when. */
export type ExportTicket = {
  readonly accountId: string
  readonly until: string
  readonly unitId: string
  readonly surveyId: string
  readonly fileName: string
  readonly format: 'xlsx' | 'csv'
}

type Sign = (text: string) => string

/** As part of an address: its words, and the signature that they came from here. */
export function writeExportTicket(ticket: ExportTicket, sign: Sign): string {
  const words = Buffer.from(JSON.stringify(ticket)).toString('base64url')
  return `${words}.${sign(`survey-export ${words}`)}`
}

/** The ticket, if it came from here, is this person's, and its time is not over. */
export function readExportTicket(
  text: string,
  { sign, accountId, now }: { sign: Sign; accountId: string; now: string },
): ExportTicket | undefined {
  const [words = '', signature = ''] = text.split('.')
  if (signature === '' || sign(`survey-export ${words}`) !== signature) return undefined
  const ticket: ExportTicket = JSON.parse(Buffer.from(words, 'base64url').toString())
  return ticket.accountId === accountId && ticket.until > now ? ticket : undefined
}
