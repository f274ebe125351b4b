import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { enqueue } from '../../../kernel/jobs.ts'
import { conflict } from '../../../kernel/problem.ts'
import { undoDays, undoUntil } from '../rules/phase.ts'
import { openImport } from '../steps/open-import.ts'
import { updateImport } from '../store/imports.ts'

export const undo = act(contract.imports.undo, async (scene, key) => {
  const { tx, now, actor } = scene
  const record = await openImport(scene, key, ['done'])
  if (dayOf(now) > (undoUntil(record.committedAt) ?? '')) {
    throw conflict('imports.undoLate', { 天数: undoDays })
  }

  const { unitId, path } = record
  const jobId = await enqueue(
    tx,
    { kind: 'imports.takeBack' },
    {
      place: { unitId, path },
      title: `撤销导入 ${record.fileName}`,
      requestedBy: actor.accountId,
      input: { unitId, importId: record.id },
      now,
    },
  )
  await updateImport(tx, record, { jobId, phase: 'undoing' })
  return { value: { jobId }, place: { unitId, path }, change: { subject: `import:${record.id}` } }
})
