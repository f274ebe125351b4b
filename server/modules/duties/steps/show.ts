import type { Reader } from '../../../kernel/db.ts'
import { filesOf } from '../../files/index.ts'
import { countsOf } from '../rules/counts.ts'
import type { Counts } from '../rules/counts.ts'
import type { Sheet, Standing } from '../catalogue/standing.ts'

/** What one organization comes to. */
export function countOf({ sheets }: Standing): Counts {
  const states = sheets.flatMap(({ items }) => items.map(({ state }) => state))
  return countsOf(states, sheets.filter(({ signing }) => signing !== 'signed').length)
}

/** Sheets as screens show them, with the evidence that hangs on each record. */
export async function showSheets(db: Reader, sheets: readonly Sheet[]) {
  const records = sheets.flatMap(({ items }) => items.flatMap(({ record }) => record ?? []))
  const files = await filesOf(
    db,
    records.map(({ id }) => subjectOf(id)),
  )
  return sheets.map(({ post, holder, signing, signatures, items }) => ({
    post,
    holder: holder ? { memberId: holder.memberId, name: holder.name, since: holder.since } : null,
    signing,
    signatures: signatures.map(({ memberName, signedAt, fromName, openItems, note }) => ({
      memberName,
      signedAt: signedAt.toISOString(),
      fromName,
      openItems: [...openItems],
      note,
    })),
    items: items.map(({ template, period, state, record }) => ({
      templateId: template.id,
      title: template.title,
      statement: template.statement,
      clause: template.clause,
      needsEvidence: template.needsEvidence,
      period: period.key,
      periodLabel: period.label,
      dueOn: period.dueOn,
      state,
      record: record
        ? {
            unitId: record.unitId,
            recordId: record.id,
            doneOn: record.doneOn,
            note: record.note,
            byName: record.byName,
            at: record.at.toISOString(),
            returned: record.returned,
            files: (files.get(subjectOf(record.id)) ?? []).map(fileOf),
          }
        : null,
    })),
  }))
}

/** What the files of a record hang on. */
export function subjectOf(recordId: string): string {
  return `duty:${recordId}`
}

function fileOf({ unitId, fileId, name, bytes }: FileShown) {
  return { unitId, fileId, name, bytes }
}

type FileShown = { unitId: string; fileId: string; name: string; bytes: number }
