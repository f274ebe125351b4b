import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { lockReport, rewrite } from '../store.ts'
import { composeReport } from '../templates/compose.ts'

/** Begins again from today's numbers; what was written by hand is kept in the trace, not in the report. */
export const redraft = act(contract.reports.redraft, async ({ tx, now, actor, reach }, input) => {
  const found = await lockReport(tx, reach, input)
  if (!found) throw missing('reports.unknown')
  const { report, organization } = found
  if (report.version !== input.version) throw conflict('input.stale')

  const { year, recipients } = report
  const words = await composeReport(tx, organization, { year, now })
  const edited = { editedBy: actor.accountId, editedAt: now }
  const version = await rewrite(tx, report, { ...words, recipients, ...edited })
  return {
    value: { version },
    place: organization,
    change: { subject: report.id, before: { title: report.title, blocks: report.blocks } },
  }
})
