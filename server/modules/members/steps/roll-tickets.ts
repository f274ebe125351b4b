import type { Audience, ExportColumn } from '@zhixing/contract'
import { exportTickets } from '../../../kernel/export-ticket.ts'
import type { ExportTicket } from '../../../kernel/export-ticket.ts'

/** What was allowed to be taken out of the roll. */
export type RollTicket = ExportTicket & {
  readonly path: string
  readonly text: string
  readonly audience: Audience
  readonly columns: readonly ExportColumn[]
  readonly isPlain: boolean
}

export const rollTickets = exportTickets<RollTicket>('roll')
