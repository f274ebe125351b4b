import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { blanksIn, refuseSignature, tokenKey } from '../rules.ts'
import type { Token } from '../rules.ts'
import { findSignature, keepSignature, lockReport } from '../store.ts'
import { sealFigures } from '../templates/figures.ts'

/** Keeps the words and every number as they are at this moment, with the digest of the rows behind each. */
export const sign = act(contract.reports.sign, async ({ tx, now, actor, reach }, input) => {
  const found = await lockReport(tx, reach, input)
  if (!found) throw missing('reports.unknown')
  const { report, organization } = found
  if (report.version !== input.version) throw conflict('input.stale')

  const { unitId, id: reportId, version, title, recipients, issuer, blocks } = report
  const today = dayOf(now)
  const figures = await sealFigures(tx, { path: organization.path, blocks, now })
  const last = await findSignature(tx, report)
  const blanks = blanksIn(blocks)
  const refusal = refuseSignature(
    { version, blanks },
    textsOf(figures),
    last && {
      version: last.version,
      texts: textsOf(last.figures),
    },
  )
  if (refusal) throw conflict(refusal, { 处数: blanks })

  const words = { title, recipients, issuer, day: today, blocks }
  const by = { signedBy: actor.accountId, signedByName: actor.name, signedAt: now }
  await keepSignature(tx, { id: newId(), unitId, reportId, version, ...words, figures, ...by })
  return {
    value: { signedAt: now.toISOString(), figures: figures.length },
    place: organization,
    change: { subject: reportId, after: { version, figures } },
  }
})

function textsOf(figures: readonly (Token & { readonly text: string })[]) {
  return new Map(figures.map((figure) => [tokenKey(figure), figure.text]))
}
