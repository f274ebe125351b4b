import { isAnnounced } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { sentenceOf } from '../../../kernel/refuse.ts'
import type { Sight } from '../../../kernel/view.ts'
import { holidaysKnown } from '../../holidays/index.ts'
import { opinionsOf, refuseRight } from '../../procedures/index.ts'
import type { Case } from '../../procedures/index.ts'
import { questionPathOf } from '../rules/paths.ts'
import { reviewLacks } from '../rules/review.ts'
import { recommendationLacks } from '../rules/selection.ts'
import type { recommendedBy } from '../rules/selection.ts'
import { isVoted } from '../rules/way.ts'
import { countVoters } from '../steps/count-voters.ts'
import type { Applicant, Key } from '../store/applicants.ts'
import { findSubjects } from '../store/tasks.ts'
import type { findTasks } from '../store/tasks.ts'
import { turnOf } from './rows.ts'

type Asked = Awaited<ReturnType<typeof askedOf>>
type Standing = {
  readonly applicant: Applicant
  readonly found: Case
  readonly opinions: Asked
  readonly today: Day
  /** What the step rests on and is not there yet. */
  readonly grounds: readonly string[]
}

/** What a step rests on besides its papers, and lacks. */
export async function groundsOf(
  db: Reader,
  { step, state }: Case,
  key: Key,
  recommended: ReturnType<typeof recommendedBy>,
): Promise<string[]> {
  if (state === 'open' && step === 'activist') return recommendationLacks(recommended)
  if (state !== 'open' || step !== 'review') return []
  return reviewLacks(await findSubjects(db, key))
}

type Task = Awaited<ReturnType<typeof findTasks>>[number]

export function taskOf(task: Task, today: Day) {
  const { id: taskId, owner, title, dueOn, doneOn, result, doneByName } = task
  const isLate = (doneOn ?? today) > dueOn
  return { taskId, owner, title, dueOn, doneOn, isLate, result, doneByName }
}

/** The step whose turn it is, and what it still lacks. */
export async function nextOf({ db, actor }: Sight, standing: Standing) {
  const { applicant, found, opinions, today, grounds } = standing
  const turn = turnOf(found, today)
  const step = found.steps.find(({ key }) => key === found.step)
  if (!turn || !step) return null
  const problem = refuseRight(actor, found)
  const lacks = [
    ...step.needs.filter(({ key }) => found.marks[key] === undefined).map(({ name }) => name),
    ...opinions
      .filter(({ answer, step: of }) => answer === null && of === step.key)
      .map(({ department }) => `${department}的答复`),
    ...grounds,
  ]
  const counted = step.earliest.some(({ unit }) => unit === 'workdays')
  const holidays = await holidaysKnown(db)
  const { earliestOn } = turn
  return {
    ...turn,
    clause: step.clause,
    isProvisional: counted && earliestOn !== null && !isAnnounced(holidays, earliestOn),
    outcomes: step.outcomes.map(({ key, name, needsReason }) => ({ key, name, needsReason })),
    papers: step.papers.map(({ key, name }) => ({ key, name })),
    needsVote: isVoted(step.key),
    roll: await countVoters(db, applicant.organizationId, today),
    lacks,
    refusal: problem ? sentenceOf(problem) : null,
  }
}

export async function askedOf(db: Reader, { unitId, id, state, step: now }: Case) {
  const rows = await opinionsOf(db, unitId, [id])
  return rows.map(({ step, department, question, dueOn, code, answer, text, answeredByName }) => ({
    step,
    department,
    question,
    dueOn,
    answer,
    text,
    answeredByName,
    path: answer === null && state === 'open' && step === now ? questionPathOf(code) : null,
  }))
}
