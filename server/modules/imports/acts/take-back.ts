import { systemAct } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { JobTools } from '../../../kernel/jobs.ts'
import { missing } from '../../../kernel/problem.ts'
import { findMembersWithHours } from '../../ledgers/index.ts'
import { writtenColumns } from '../rules/written-columns.ts'
import { lockImport, updateImport } from '../store/imports.ts'
import type { ImportKey } from '../store/imports.ts'
import { findAdded, markKept, removeAdded, restoreUpdated } from '../store/undo.ts'

type Ask = ImportKey & { readonly tools: Pick<JobTools, 'report' | 'settle'> }

/** Takes a whole import back, except for those who have hours or were changed since; they are listed. */
export const takeBack = systemAct('imports.takeBack', async (scene, { tools, ...key }: Ask) => {
  const { tx, now } = scene
  const { report, settle } = tools
  const found = await lockImport(tx, ['/'], key)
  if (!found) throw missing('imports.unknown')
  const { record } = found

  const added = await findAdded(tx, record)
  await report(0, 3)
  const kept = await markKept(tx, record, await findMembersWithHours(tx, record.unitId, added))
  await report(1, 3)
  const removed = await removeAdded(tx, record, dayOf(now))
  await report(2, 3)
  const restored = await restoreUpdated(tx, record, writtenColumns(record.columns))

  const counts = { ...record.counts, undone: removed + restored, kept }
  await updateImport(tx, record, { phase: 'undone', counts, endedAt: now })
  await settle(tx, counts)
  return {
    value: counts,
    place: { unitId: record.unitId, path: record.path },
    change: { subject: `import:${record.id}`, after: { removed, restored, kept } },
    by: record.byId,
  }
})
