import { declareJob } from '../../kernel/jobs.ts'
import { readFile } from './acts/read-file.ts'
import { takeBack } from './acts/take-back.ts'
import { writeRows } from './acts/write-rows.ts'
import type { ImportKey } from './store/imports.ts'

/* Each is one transaction: a process that dies in the middle leaves nothing, and the job begins again; with the commit it is done. */

export const readJob = declareJob<ImportKey, unknown>({
  kind: 'imports.read',
  run: (tools, key) => readFile(tools, { ...key, tools }),
})

export const writeJob = declareJob<ImportKey & { personId: string }, unknown>({
  kind: 'imports.write',
  run: (tools, ask) => writeRows(tools, { ...ask, tools }),
})

export const takeBackJob = declareJob<ImportKey, unknown>({
  kind: 'imports.takeBack',
  run: (tools, key) => takeBack(tools, { ...key, tools }),
})
