import type { Actor } from '../../../kernel/caller.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { rehangFiles } from '../../files/index.ts'
import { changeCase, findLog, keepCase, keepLog, lockCase, moveOpinions } from '../store.ts'
import type { CaseName } from '../store.ts'
import { stepNameOf } from '../catalogue/right.ts'
import { writeDown } from './turn.ts'

type Carried = {
  readonly unitId: string
  readonly organizationId: string
  readonly path: string
  readonly subject: string
  readonly page: string
  readonly by: Pick<Actor, 'accountId' | 'name'>
  readonly reason: string
  readonly now: Date
}

/**
 * Goes on in another unit with all it has: its steps, days, log and papers. What stays behind is closed and says why.
 * The rules it began with hold there as well.
 */
export async function carryCase(tx: Db, name: CaseName, carried: Carried): Promise<string> {
  const found = await lockCase(tx, name)
  if (!found) throw missing('procedures.unknown')
  const step = found.steps.find(({ key }) => key === found.step)
  if (found.state !== 'open' || !step) throw conflict('procedures.finished', { 名称: found.name })
  const log = await findLog(tx, found.unitId, [found.id])
  const { by: actor, reason, now, ...to } = carried
  const starter = { startedBy: actor.accountId, startedByName: actor.name }
  const id = newId()
  if (!(await keepCase(tx, { ...found, ...to, ...starter, id })))
    throw conflict('procedures.open', { 名称: found.name, 步骤: stepNameOf(found) })
  for (const { id: _, ...row } of log)
    // Each keeps its number.
    // oxlint-disable-next-line no-await-in-loop
    await keepLog(tx, { ...row, unitId: to.unitId, caseId: id })
  await rehangFiles(tx, `case:${found.id}`, { subject: `case:${id}`, path: to.path })
  await moveOpinions(tx, found, { unitId: to.unitId, caseId: id })
  const outcome = { key: 'withdrawn', name: '转出', to: 'withdrawn' }
  const written = { step, outcome, reason, fileIds: [], isLate: false, on: dayOf(now) }
  await writeDown(tx, found, { ...written, actor, now })
  await changeCase(tx, found, { state: 'withdrawn', finishedAt: now })
  return id
}
