import { declareJob } from '../../kernel/jobs.ts'
import { recountKind } from '../holidays/index.ts'
import { recount } from './acts/recount.ts'

/** After another year of holidays was written down: deadlines that are counted in days of work move. */
export const recountJob = declareJob<object, { cases: number; moved: number }>({
  kind: recountKind.kind,
  run: (tools) => recount(tools),
})
