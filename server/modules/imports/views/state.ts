import type { ImportState } from '@zhixing/contract'
import { importFields } from '@zhixing/contract/import-words.ts'
import { missingFields } from '../rules/headings.ts'
import { phaseOf, undoUntil } from '../rules/phase.ts'
import type { ImportRecord } from '../store/imports.ts'

type Job = {
  readonly id: string
  readonly status: string
  readonly note: string
  readonly done: number
  readonly total: number
}

const none = {
  total: 0,
  good: 0,
  wrong: 0,
  duplicate: 0,
  likely: 0,
  added: 0,
  updated: 0,
  skipped: 0,
  undone: 0,
  kept: 0,
}

/** Where an import stands, as the wizard shows it. */
export function stateOf({
  record,
  job,
  organizationName,
}: {
  record: ImportRecord
  job: Job | null
  organizationName: string
}): ImportState {
  const phase = phaseOf(record, job ?? undefined)
  const { columns } = record
  const isWorking = phase === 'reading' || phase === 'committing' || phase === 'undoing'
  return {
    unitId: record.unitId,
    importId: record.id,
    organizationId: record.organizationId,
    organizationName,
    fileName: record.fileName,
    phase,
    note: job?.status === 'failed' ? job.note : '',
    job:
      job && isWorking
        ? { unitId: record.unitId, jobId: job.id, done: job.done, total: job.total }
        : null,
    columns: columns.map((column, at) => ({ ...column, column: at, sample: [...column.sample] })),
    missing:
      phase === 'unmapped' ? missingFields(columns, false).map((field) => importFields[field]) : [],
    counts: { ...none, ...record.counts },
    refusedFileId: record.refusedFileId,
    byName: record.byName,
    at: record.at.toISOString(),
    endedAt: record.endedAt?.toISOString() ?? null,
    undoUntil: phase === 'done' ? undoUntil(record.committedAt) : null,
  }
}
