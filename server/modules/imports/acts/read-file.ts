import { systemAct } from '../../../kernel/act.ts'
import type { JobTools } from '../../../kernel/jobs.ts'
import { missing } from '../../../kernel/problem.ts'
import { readSheetAside } from '../../../kernel/sheets/index.ts'
import { guessColumns, knownHeadings, missingFields } from '../rules/headings.ts'
import { maskSample } from '../rules/samples.ts'
import { readHeader } from '../steps/read-header.ts'
import { stageRows } from '../steps/stage.ts'
import { branchesBelow, lockImport, updateImport } from '../store/imports.ts'
import type { ImportKey } from '../store/imports.ts'
import { clearRows, countRows } from '../store/rows.ts'

type Ask = ImportKey & { readonly tools: Pick<JobTools, 'report' | 'settle'> }

const samples = 3

/** Reads the file into rows that can be looked at; asked again, it begins anew. */
export const readFile = systemAct('imports.read', async (scene, { tools, ...key }: Ask) => {
  const { tx, files } = scene
  const found = await lockImport(tx, ['/'], key)
  if (!found) throw missing('imports.unknown')
  const { record } = found
  await clearRows(tx, record)

  const { header, first, rest } = await readHeader(
    readSheetAside(files.pathOf(record.fileId), knownHeadings),
  )
  const columns = guessColumns(header.headings, record.chosen)
  const branches = await branchesBelow(tx, record.path, record.unitId)
  const isOneBranch = branches.some(({ id, isBranch }) => isBranch && id === record.organizationId)

  const isUnmapped = missingFields(columns, isOneBranch).length > 0
  if (isUnmapped) await rest.return(undefined)
  else await stageRows(scene, { record, columns, branches, first, rest, report: tools.report })
  const counts = await countRows(tx, record)
  const sampleOf = (at: number) =>
    first.slice(0, samples).map(({ cells }) => maskSample(cells[at] ?? ''))
  await updateImport(tx, record, {
    columns: columns.map((column, at) => ({ ...column, sample: sampleOf(at) })),
    counts,
    phase: isUnmapped ? 'unmapped' : 'checked',
  })
  await tools.settle(tx, counts)
  return {
    value: counts,
    place: { unitId: record.unitId, path: record.path },
    change: { subject: `import:${record.id}`, after: counts },
    by: record.byId,
  }
})
