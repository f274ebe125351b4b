import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict } from '../../../kernel/problem.ts'
import { keepViewing } from '../store/issues.ts'
import { refuseFuture, requireShelf, writtenBy } from '../steps/require.ts'

/** A branch watched it together. */
export const recordViewing = act(contract.materials.recordViewing, async (scene, input) => {
  const { viewingId: id, on, attendance, note } = input
  const { at, title } = await requireShelf(scene, input)
  if (title.kind !== 'disc') throw conflict('materials.notMedia', { 书名: title.name })
  refuseFuture(on, scene.now)
  const { unitId, path, id: organizationId } = at
  const { day: _, ...by } = writtenBy(scene)
  const facts = { titleId: title.id, on, attendance, note }
  const isNew = await keepViewing(scene.tx, { ...facts, ...by, id, unitId, organizationId, path })
  return {
    value: {},
    place: { unitId, path },
    change: isNew ? { subject: `title:${title.id}`, after: { on, attendance, note } } : 'none',
  }
})
