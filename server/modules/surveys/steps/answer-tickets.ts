import { exportTickets } from '../../../kernel/export-ticket.ts'
import type { ExportTicket } from '../../../kernel/export-ticket.ts'
import type { SurveyKey } from '../store/surveys.ts'

export const answerTickets = exportTickets<ExportTicket & SurveyKey>('answers')
