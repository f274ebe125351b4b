import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { enqueue } from '../../../kernel/jobs.ts'
import { conflict } from '../../../kernel/problem.ts'
import { openImport } from '../steps/open-import.ts'
import { updateImport } from '../store/imports.ts'
import { countChosen } from '../store/rows.ts'

/** Asks for the writing; of two who press the button, the second is told that it is being done. */
export const commit = act(contract.imports.commit, async (scene, input) => {
  const { tx, now, actor } = scene
  const record = await openImport(scene, input, ['checked'])
  const { lines, duplicates, likely } = input
  const choice = { duplicates, likely, ...(lines ? { lines } : {}) }
  const count = await countChosen(tx, record, choice)
  if (count === 0) throw conflict('imports.nothing')

  const { unitId, path } = record
  const jobId = await enqueue(
    tx,
    { kind: 'imports.write' },
    {
      place: { unitId, path },
      title: `导入名册 ${record.fileName}`,
      requestedBy: actor.accountId,
      input: { unitId, importId: record.id, personId: actor.personId },
      now,
    },
  )
  await updateImport(tx, record, { choice, jobId, phase: 'committing' })
  return {
    value: { jobId },
    place: { unitId, path },
    change: { subject: `import:${record.id}`, after: { ...choice, count } },
  }
})
