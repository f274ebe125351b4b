import { contract } from '@zhixing/contract'
import type { ReportBlock } from '@zhixing/contract'
import { dayOf } from '../../../kernel/calendar.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { metricOf } from '../../metrics/index.ts'
import { signsOf } from '../../papers/index.ts'
import { blanksIn, stateOf, tokenKey } from '../rules.ts'
import { findReport, findSignature, findSubmission, findSuperior } from '../store.ts'
import type { Signature } from '../store.ts'
import type { Block, SignedFigure } from '../table.ts'
import { readFigures } from '../templates/figures.ts'

/** The report as it stands, every number as it is now, and beside it what it was when somebody signed. */
export const showReport = view(contract.reports.show, async ({ db, now, actor, reach }, input) => {
  const { figures: wanted, ...key } = input
  const found = await findReport(db, reach, key)
  if (!found) throw missing('reports.unknown')
  const { report, organization } = found
  const { version, blocks } = report
  const today = dayOf(now)
  const signature = await findSignature(db, report)
  const submission = signature && (await findSubmission(db, signature))
  const superior = await findSuperior(db, organization.parentId)
  const isSigned = signature?.version === version
  const figures =
    wanted === 'signed' && isSigned
      ? new Map(signature.figures.map((figure) => [tokenKey(figure), signedFigure(figure)]))
      : await readFigures(db, { path: organization.path, blocks, now })
  const isSubmitted = submission !== undefined
  const may = (grant: 'reports.write' | 'reports.sign') =>
    covers(reachOf(actor.appointments, grant), organization.path)

  return {
    ...key,
    organizationId: organization.id,
    organizationName: organization.name,
    year: report.year,
    title: report.title,
    state: stateOf({ version, signedVersion: signature?.version ?? null, isSubmitted }),
    signature: signature
      ? { by: signature.signedByName, at: signature.signedAt.toISOString() }
      : null,
    editedAt: report.editedAt.toISOString(),
    version,
    recipients: [...report.recipients],
    issuer: report.issuer,
    day: isSigned ? signature.day : today,
    blocks: shown(blocks, figures, signature),
    blanks: blanksIn(blocks),
    submission: submission
      ? {
          to: submission.toName,
          by: submission.submittedByName,
          at: submission.submittedAt.toISOString(),
        }
      : null,
    superior: superior?.name ?? null,
    can: { write: may('reports.write'), sign: may('reports.sign') },
  }
})

function signedFigure({ metric, from, to, text }: SignedFigure) {
  return { metric, from, to, text, name: metricOf(metric)?.name ?? metric }
}

function shown(
  blocks: readonly Block[],
  figures: Awaited<ReturnType<typeof readFigures>>,
  signature: Signature | undefined,
): ReportBlock[] {
  const signed = new Map(signature?.figures.map((figure) => [tokenKey(figure), figure.text]))
  const signs = signsOf(blocks)
  return blocks.map(({ level, pieces }, index) => ({
    level,
    sign: signs[index] ?? '',
    pieces: pieces.map((piece) => {
      if (typeof piece === 'string') return piece
      const { name, text } = figures.get(tokenKey(piece)) ?? { name: piece.metric, text: '—' }
      const before = signed.get(tokenKey(piece))
      return { ...piece, name, text, ...(before === undefined ? {} : { signed: before }) }
    }),
  }))
}
