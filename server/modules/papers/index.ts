/**
 * Papers: documents in the layout of GB/T 9704-2012, made from a value that says what they contain.
 * It keeps nothing and knows no capability: a kind of paper is a function from facts to a `Paper` in kinds/,
 * and `renderPaper` turns any of them into a .docx, the same bytes for the same value.
 */
import type { Paper } from './paper.ts'

export { admissionPaper } from './kinds/admission.ts'
export { appraisalSummaryPaper } from './kinds/appraisal-summary.ts'
export { classNoticePaper } from './kinds/class-notice.ts'
export { minutesPaper } from './kinds/minutes.ts'
export type { Minutes } from './kinds/minutes.ts'
export { noticePaper } from './kinds/notice.ts'
export { registerPaper } from './kinds/register.ts'
export { transferLetterPaper } from './kinds/transfer-letter.ts'
export type { TransferLetter } from './kinds/transfer-letter.ts'
export { slipsPaper } from './kinds/slips.ts'
export { studyPaper } from './kinds/study.ts'
export type { StudyPaper } from './kinds/study.ts'
export { workReportPaper } from './kinds/work-report.ts'
export { figuresOf, signsOf } from './paper.ts'
export type { Block, Paper } from './paper.ts'

/** A .docx. What writes it is loaded when the first paper is asked for, not while everybody waits for the start. */
export async function renderPaper(paper: Paper): Promise<Uint8Array> {
  const layout = await import('./layout/document.ts')
  return layout.renderPaper(paper)
}
