import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { metricOf } from '../../metrics/index.ts'
import { refuseToken, tidied, tokensOf } from '../rules.ts'
import { lockReport, rewrite } from '../store.ts'

/** Words may be anything; numbers stay what they measure. Refused when somebody else was faster. */
export const edit = act(contract.reports.edit, async ({ tx, now, actor, reach }, input) => {
  const found = await lockReport(tx, reach, input)
  if (!found) throw missing('reports.unknown')
  const { report, organization } = found
  if (report.version !== input.version) throw conflict('input.stale')

  const blocks = tidied(input.blocks)
  for (const token of tokensOf(blocks)) {
    const metric = metricOf(token.metric)
    const refusal = refuseToken(token, metric !== undefined)
    if (refusal) throw conflict(refusal, { 指标: metric?.name ?? token.metric })
  }
  const { title, recipients } = input
  const edited = { editedBy: actor.accountId, editedAt: now }
  const version = await rewrite(tx, report, { title, recipients, blocks, ...edited })
  const before = { title: report.title, recipients: report.recipients, blocks: report.blocks }
  return {
    value: { version },
    place: organization,
    change: { subject: report.id, before, after: { title, recipients, blocks } },
  }
})
