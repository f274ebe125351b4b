import { contract } from '@zhixing/contract'
import { importFields } from '@zhixing/contract/import-words.ts'
import { act } from '../../../kernel/act.ts'
import { enqueue } from '../../../kernel/jobs.ts'
import { conflict } from '../../../kernel/problem.ts'
import { openImport } from '../steps/open-import.ts'
import { updateImport } from '../store/imports.ts'

/** Says of every column what it is, and has the file read again. */
export const remap = act(contract.imports.remap, async (scene, input) => {
  const { tx, now, actor } = scene
  const record = await openImport(scene, input, ['unmapped', 'checked'])
  const { unitId, path } = record
  const given = input.columns.flatMap(({ field }) => (field ? [field] : []))
  const twice = given.find((field, at) => given.indexOf(field) !== at)
  if (twice) throw conflict('imports.columnTwice', { 字段: importFields[twice] })
  const odd = input.columns.find(({ column }) => column >= record.columns.length)
  if (odd) throw conflict('imports.columnUnknown', { 列: odd.column + 1 })

  const chosen = Object.fromEntries(
    input.columns.map(({ column, field }) => [String(column), field]),
  )
  const jobId = await enqueue(
    tx,
    { kind: 'imports.read' },
    {
      place: { unitId, path },
      title: `重新核对 ${record.fileName}`,
      requestedBy: actor.accountId,
      input: { unitId, importId: record.id },
      now,
    },
  )
  await updateImport(tx, record, { chosen, jobId, phase: 'reading' })
  return {
    value: {},
    place: { unitId, path },
    change: { subject: `import:${record.id}`, after: { chosen } },
  }
})
