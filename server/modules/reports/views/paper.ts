import type { Caller } from '../../../kernel/caller.ts'
import { renderPaper, workReportPaper } from '../../papers/index.ts'
import type { Block as PaperBlock } from '../../papers/index.ts'
import type { ReportKey } from '../store.ts'
import { showReport } from './show.ts'

/**
 * The report as a .docx, for whoever may see it on the screen. As long as the signed words stand, the numbers printed
 * are those that were signed; a draft prints the numbers of this moment.
 */
export async function reportPaper(caller: Caller, key: ReportKey) {
  const report = await showReport(caller, { ...key, figures: 'signed' })
  const { title, recipients, issuer, day, state } = report
  const body = report.blocks.map(({ level, pieces }): PaperBlock => ({
    level,
    pieces: pieces.map((piece) =>
      typeof piece === 'string' ? piece : { metricKey: piece.metric, text: piece.text },
    ),
  }))
  const isSigned = state === 'signed' || state === 'submitted'
  const paper = workReportPaper({ title, recipients, body, issuer, day })
  return { name: `${title}${isSigned ? '' : '（草稿）'}.docx`, bytes: await renderPaper(paper) }
}
