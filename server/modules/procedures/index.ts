/**
 * Procedures: how something is decided step by step, by whom, with what papers, how early and how late. A capability
 * declares its steps as data, starts a case and says what follows from its decisions; the log is kept here and never
 * rewritten. A case is finished under the declaration it began with.
 */
import { dayOf } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/calendar.ts'
import type { Actor } from '../../kernel/caller.ts'
import type { Db, Reader } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { conflict, missing } from '../../kernel/problem.ts'
import { covers, reachOf } from '../../kernel/reach.ts'
import { attachFile } from '../files/index.ts'
import type { FileSubject } from '../files/index.ts'
import { ruleAt } from '../rules/index.ts'
import type { RuleKey } from '../rules/index.ts'
import { mayKnow, refuseRight, stepNameOf } from './catalogue/right.ts'
import { dayAfter, endOf, faultOf, refuseDecision } from './rules.ts'
import type { Step, Wait } from './rules.ts'
import { changeCase, findLog, keepCase, keepLog, lockCase } from './store.ts'
import type { Case, CaseName } from './store.ts'

type DeclaredWait = Omit<Wait, 'count'> & { readonly count: number | RuleKey }
type DeclaredOutcome = {
  readonly key: string
  readonly name: string
  /** Another step, back or forth; or the end, good or bad. */
  readonly to: string
  readonly needsReason?: boolean
}
type DeclaredStep = Pick<Step, 'key' | 'name' | 'decidedBy'> & {
  /** Decided above the organization that put it forward; at the root, by the root itself. */
  readonly isAbove?: boolean
  readonly papers?: Step['papers']
  readonly earliest?: DeclaredWait
  readonly latest?: DeclaredWait
  readonly outcomes: readonly DeclaredOutcome[]
}

export type Procedure = {
  readonly kind: string
  readonly name: string
  /** Where its cases are decided; `{unitId}` and `{id}` (of the subject) are filled in. */
  readonly page: string
  readonly steps: readonly Step[]
}

export function declareProcedure(
  declared: Omit<Procedure, 'steps'> & { readonly steps: readonly DeclaredStep[] },
): Procedure {
  const steps = declared.steps.map(({ earliest, latest, isAbove, papers, outcomes, ...step }) => ({
    ...step,
    isAbove: isAbove ?? false,
    papers: papers ?? [],
    earliest: earliest ?? null,
    latest: latest ?? null,
    outcomes: outcomes.map((one) => ({ ...one, needsReason: one.needsReason ?? false })),
  }))
  const fault = faultOf(steps)
  if (fault) throw new Error(`procedure ${declared.kind}: ${fault}`)
  return { ...declared, steps }
}

type Start = {
  readonly unitId: string
  readonly organizationId: string
  readonly path: string
  /** "<capability>:<id>" */
  readonly subject: string
  readonly title: string
  readonly by: Pick<Actor, 'accountId' | 'name'>
  readonly now: Date
}

/** Puts something forward; refused while the same is still on its way. */
export async function startCase(tx: Db, procedure: Procedure, start: Start): Promise<string> {
  const { kind, name, steps } = procedure
  const { by, now, ...facts } = start
  const [first] = steps
  if (!first) throw new Error(`procedure ${kind} has no step`)
  const id = newId()
  const begun = { path: facts.path, steps, startedAt: now }
  const page = procedure.page
    .replace('{unitId}', facts.unitId)
    .replace('{id}', facts.subject.slice(facts.subject.indexOf(':') + 1))
  const kept = await keepCase(tx, {
    ...facts,
    id,
    kind,
    name,
    steps,
    page,
    startedBy: by.accountId,
    startedByName: by.name,
    startedAt: now,
    state: 'open',
    ...turnOf(first, now),
    ...(await daysOf(tx, begun, first, new Map())),
  })
  if (kept) return id
  const open = await lockCase(tx, facts)
  throw conflict('procedures.open', { 名称: name, 步骤: stepNameOf(open) })
}

type Decision = {
  readonly outcome: string
  readonly reason?: string
  /** The step that the form showed; another one by now means that somebody was faster. */
  readonly step?: string
  readonly papers?: readonly { readonly key: string; readonly fileId: string }[]
  readonly actor: Actor
  readonly now: Date
}

export type Decided = {
  readonly caseId: string
  readonly subject: string
  readonly step: string
  readonly outcome: string
  /** The step that has its turn now; nothing when the case is finished. */
  readonly next: string | null
  readonly state: Case['state']
  readonly isLate: boolean
}

/** One decision of the step whose turn it is; what follows from it is for the capability that asks. */
export async function decideCase(tx: Db, name: CaseName, decision: Decision): Promise<Decided> {
  const { actor, now, outcome: key, reason = '', papers = [] } = decision
  const found = await lockCase(tx, name)
  if (!found || !mayKnow(actor, found)) throw missing('procedures.unknown')
  const step = requireTurn(found, decision.step)
  const problem = refuseRight(actor, found)
  if (problem) throw problem
  const { steps, earliestOn, dueOn, id, path } = found
  const today = dayOf(now)
  const asked = { outcome: key, reason, papers: papers.map((paper) => paper.key) }
  const refusal = refuseDecision({ steps, step, earliestOn }, asked, today)
  if (refusal) throw conflict(refusal.reason, refusal.words)
  const outcome = step.outcomes.find((one) => one.key === key)
  if (!outcome) throw new Error('judged a moment ago')

  const { accountId } = actor
  for (const { fileId } of papers)
    // They are few, and each has its own refusal.
    // oxlint-disable-next-line no-await-in-loop
    await attachFile(tx, { unitId: actor.unitId, fileId, subject: `case:${id}`, path, accountId })
  const isLate = dueOn !== null && today > dueOn
  const { to } = outcome
  const fileIds = papers.map((paper) => paper.fileId)
  await writeDown(tx, found, { step, outcome, reason, fileIds, isLate, actor, now })
  const end = endOf(to)
  if (end) await changeCase(tx, found, { state: end, finishedAt: now })
  else await moveOn(tx, found, to, now)
  return {
    caseId: id,
    subject: found.subject,
    step: step.key,
    outcome: key,
    next: end ? null : to,
    state: end ?? 'open',
    isLate,
  }
}

/** Taken back by the capability itself, because what it was about is no longer wanted. */
export async function withdrawCase(
  tx: Db,
  name: CaseName,
  { actor, reason, now }: { readonly actor: Actor; readonly reason: string; readonly now: Date },
): Promise<void> {
  const found = await lockCase(tx, name)
  if (!found) throw missing('procedures.unknown')
  const step = requireTurn(found, undefined)
  const outcome = { key: 'withdrawn', name: '撤回', to: 'withdrawn' }
  await writeDown(tx, found, { step, outcome, reason, fileIds: [], isLate: false, actor, now })
  await changeCase(tx, found, { state: 'withdrawn', finishedAt: now })
}

function requireTurn({ state, steps, step: key, name }: Case, shown: string | undefined): Step {
  if (state !== 'open') throw conflict('procedures.finished', { 名称: name })
  const step = steps.find((one) => one.key === key)
  if (!step) throw new Error(`a case stands at ${key}, which is none of its steps`)
  if (shown !== undefined && shown !== key) throw conflict('procedures.step', { 步骤: step.name })
  return step
}

type Written = {
  readonly step: Step
  readonly outcome: { readonly key: string; readonly name: string; readonly to: string }
  readonly reason: string
  readonly fileIds: readonly string[]
  readonly isLate: boolean
  readonly actor: Actor
  readonly now: Date
}

async function writeDown(tx: Db, { unitId, id }: Case, written: Written): Promise<void> {
  const { step, outcome, reason, fileIds, isLate, actor, now } = written
  const log = await findLog(tx, unitId, [id])
  await keepLog(tx, {
    unitId,
    caseId: id,
    sequence: log.length + 1,
    step: step.key,
    stepName: step.name,
    outcome: outcome.key,
    outcomeName: outcome.name,
    to: outcome.to,
    reason,
    papers: fileIds,
    byId: actor.accountId,
    byName: actor.name,
    at: now,
    isLate,
  })
}

async function moveOn(tx: Db, found: Case, to: string, now: Date): Promise<void> {
  const next = found.steps.find(({ key }) => key === to)
  if (!next) throw new Error(`${to} is no step of ${found.kind}`)
  const log = await findLog(tx, found.unitId, [found.id])
  const decided = new Map(log.map(({ step, at }) => [step, dayOf(at)]))
  await changeCase(tx, found, {
    ...turnOf(next, now),
    ...(await daysOf(tx, found, next, decided)),
  })
}

function turnOf({ key, decidedBy, isAbove }: Step, now: Date) {
  return { step: key, decidedBy, isAbove, since: now }
}

type Begun = Pick<Case, 'path' | 'startedAt'>

/** From when and until when a step may be decided, by the rules of today. */
async function daysOf(db: Reader, begun: Begun, step: Step, decided: ReadonlyMap<string, Day>) {
  const at = async (wait: Wait | null) => {
    if (!wait) return null
    const startedOn = dayOf(begun.startedAt)
    const count = await countOf(db, wait.count, begun)
    return count === null ? null : dayAfter({ ...wait, count }, { startedOn, decided })
  }
  return { earliestOn: await at(step.earliest), dueOn: await at(step.latest) }
}

async function countOf(db: Reader, count: number | string, { path, startedAt }: Begun) {
  if (typeof count === 'number') return count
  // Declared with its key, kept as text.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const { value } = await ruleAt(db, count as RuleKey, { path, day: dayOf(startedAt) })
  return typeof value === 'number' ? value : null
}

/** Papers of a case are for those who may see the case. */
export const caseFiles: FileSubject = {
  kind: 'case',
  maySee: async ({ actor }, { path }) =>
    covers(reachOf(actor.appointments, 'procedures.view'), path),
}
