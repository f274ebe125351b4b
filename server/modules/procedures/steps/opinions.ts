import type { Day } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import { newToken } from '../../../kernel/token.ts'
import { findOpinions, keepOpinion } from '../store.ts'
import type { Case } from '../store.ts'

export { findOpinions as opinionsOf } from '../store.ts'

type Question = {
  readonly department: string
  readonly question: string
  readonly dueOn: Day
  readonly by: string
  readonly now: Date
}

/** Asks somebody outside about the step whose turn it is; who holds the code sees the question and nothing else. */
export async function askOpinion(tx: Db, found: Case, asked: Question): Promise<string> {
  const { department, question, dueOn, by: askedByName, now: askedAt } = asked
  const code = newToken()
  const { unitId, id: caseId, step } = found
  const of = { id: newId(), unitId, caseId, step, department, question }
  if (!(await keepOpinion(tx, { ...of, code, dueOn, askedByName, askedAt })))
    throw conflict('procedures.asked', { 部门: department })
  return code
}

/** Whoever was asked about a step is heard before it goes on; against an objection it takes a reason. */
export async function requireOpinions(tx: Db, found: Case, reason: string): Promise<void> {
  const asked = await findOpinions(tx, found.unitId, [found.id])
  const here = asked.filter(({ step }) => step === found.step)
  const silent = here.filter(({ answer }) => answer === null)
  if (silent.length > 0) throw conflict('procedures.opinions', { 部门: named(silent) })
  const against = here.filter(({ answer }) => answer === 'object')
  if (against.length > 0 && reason.length < 2)
    throw conflict('procedures.objected', { 部门: named(against) })
}

function named(some: readonly { readonly department: string }[]): string {
  return some.map(({ department }) => department).join('、')
}
