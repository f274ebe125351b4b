import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { openImport } from '../steps/open-import.ts'
import { updateImport } from '../store/imports.ts'
import { clearRows } from '../store/rows.ts'

/** Lays aside what has not been written; what was read from the file is forgotten. */
export const discard = act(contract.imports.discard, async (scene, key) => {
  const record = await openImport(scene, key, ['checked', 'unmapped', 'failed'])
  await clearRows(scene.tx, record)
  await updateImport(scene.tx, record, { phase: 'discarded', endedAt: scene.now })
  const place = { unitId: record.unitId, path: record.path }
  return { value: {}, place, change: { subject: `import:${record.id}` } }
})
