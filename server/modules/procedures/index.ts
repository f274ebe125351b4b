/**
 * Procedures: how something is decided step by step, by whom, with what papers, how early and how late. A capability
 * declares its steps as data, starts a case and says what follows from its decisions; the log is kept here and never
 * rewritten. A case is finished under the declaration it began with.
 */
import { dayOf } from '../../kernel/calendar.ts'
import type { Day } from '../../kernel/calendar.ts'
import type { Actor } from '../../kernel/caller.ts'
import type { Db } from '../../kernel/db.ts'
import { newId } from '../../kernel/ids.ts'
import { conflict, missing } from '../../kernel/problem.ts'
import { nobody } from '../../kernel/trace.ts'
import { attachFile, rehangFiles } from '../files/index.ts'
import type { FileSubject } from '../files/index.ts'
import type { Procedure } from './catalogue/declare.ts'
import { mayKnow, refuseRight, stepNameOf, turnPathOf } from './catalogue/right.ts'
import { endOf, goesOn, refuseDecision } from './rules.ts'
import type { Step } from './rules.ts'
import { requireOpinions } from './steps/opinions.ts'
import { daysOf, moveOn, turnOf, writeDown } from './steps/turn.ts'
import { changeCase, findCase, findLog, findAnywhere, keepCase, lockCase } from './store.ts'
import type { Case, CaseName } from './store.ts'

export { declareProcedure } from './catalogue/declare.ts'
export type { DeclaredStep, Procedure } from './catalogue/declare.ts'
export { decidersOf, refuseRight } from './catalogue/right.ts'
export { carryCase } from './steps/carry.ts'
export { askOpinion, opinionsOf } from './steps/opinions.ts'
export { countOpenAt, findCase, findLog, lockCase } from './store.ts'
export type { Case } from './store.ts'

/** A decision from before the platform knew of the case, in the order of the steps. */
type Past = { readonly step: string; readonly on: Day; readonly reason: string }

type Start = {
  readonly unitId: string
  readonly organizationId: string
  readonly path: string
  /** "<capability>:<id>" */
  readonly subject: string
  readonly title: string
  /** The member whom it judges, and who therefore is kept from it. */
  readonly judgesId?: string
  readonly by: Pick<Actor, 'accountId' | 'name'>
  readonly now: Date
  /** The day from which it counts, if not today. */
  readonly on?: Day
  readonly past?: readonly Past[]
  readonly marks?: Readonly<Record<string, Day>>
}

/** Puts something forward; refused while the same is still on its way. */
export async function startCase(tx: Db, procedure: Procedure, start: Start): Promise<string> {
  const { kind, name, steps, knownTo = 'procedures.view' } = procedure
  const { by, now, on: startedOn = dayOf(start.now), past = [], marks: noted, ...facts } = start
  const gone = past.map((one) => ({ ...one, ...passedBy(steps, one.step) }))
  const at = gone.at(-1)?.outcome.to ?? steps[0]?.key
  const turn = steps.find(({ key }) => key === at)
  if (!turn) throw new Error(`procedure ${kind} has no step ${at}`)
  const id = newId()
  const marks = { ...Object.fromEntries(past.map(({ step, on }) => [step, on])), ...noted }
  const page = procedure.page
    .replace('{unitId}', facts.unitId)
    .replace('{id}', facts.subject.slice(facts.subject.indexOf(':') + 1))
  const kept = await keepCase(tx, {
    ...facts,
    id,
    kind,
    name,
    steps,
    knownTo,
    page,
    startedBy: by.accountId,
    startedByName: by.name,
    startedAt: now,
    startedOn,
    marks,
    state: 'open',
    ...turnOf(turn, now),
    ...(await daysOf(tx, { path: facts.path, startedOn, marks }, turn)),
  })
  if (!kept) {
    const open = await lockCase(tx, facts)
    throw conflict('procedures.open', { 名称: name, 步骤: stepNameOf(open) })
  }
  for (const { declared, outcome, on, reason } of gone) {
    const written = { step: declared, outcome, on, reason, fileIds: [], isLate: false }
    // Each is numbered after the one before.
    // oxlint-disable-next-line no-await-in-loop
    await writeDown(tx, { unitId: facts.unitId, id }, { ...written, actor: by, now })
  }
  return id
}

/** The step of a key and its way on. */
function passedBy(steps: readonly Step[], key: string) {
  const declared = steps.find((one) => one.key === key)
  const outcome = declared?.outcomes.find((one) => goesOn(steps, declared, one))
  if (!declared || !outcome) throw new Error(`${key} is no step that goes on`)
  return { declared, outcome }
}

type Decision = {
  readonly outcome: string
  readonly reason?: string
  /** The step that the form showed; another one by now means that somebody was faster. */
  readonly step?: string
  readonly papers?: readonly { readonly key: string; readonly fileId: string }[]
  /** The day on which it was decided, if not today. */
  readonly on?: Day
  /** Days that follow from it and that later steps count from. */
  readonly marks?: Readonly<Record<string, Day>>
  /** From here on it concerns another place as well, which sees it and decides the steps of its side. */
  readonly partner?: { readonly organizationId: string; readonly path: string }
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
  const { actor, now, outcome: key, reason = '', papers = [], on = dayOf(decision.now) } = decision
  const found = await lockCase(tx, name)
  if (!found || !mayKnow(actor, found)) throw missing('procedures.unknown')
  const step = requireTurn(found, decision.step)
  const problem = refuseRight(actor, found)
  if (problem) throw problem
  const { steps, dueOn, id } = found
  const path = turnPathOf(found)
  const marks = { ...found.marks, ...decision.marks }
  const asked = { outcome: key, reason, papers: papers.map((paper) => paper.key), on, marks }
  const log = await findLog(tx, found.unitId, [id])
  const lastOn = log.at(-1)?.on ?? found.startedOn
  const refusal = refuseDecision({ ...found, steps, step, lastOn }, asked, dayOf(now))
  if (refusal) throw conflict(refusal.reason, refusal.words)
  const outcome = step.outcomes.find((one) => one.key === key)
  if (!outcome) throw new Error('judged a moment ago')
  if (goesOn(steps, step, outcome)) await requireOpinions(tx, found, reason)

  const { accountId } = actor
  for (const { fileId } of papers)
    // They are few, and each has its own refusal.
    // oxlint-disable-next-line no-await-in-loop
    await attachFile(tx, { unitId: actor.unitId, fileId, subject: `case:${id}`, path, accountId })
  const isLate = dueOn !== null && on > dueOn
  const { to } = outcome
  const fileIds = papers.map((paper) => paper.fileId)
  await writeDown(tx, found, { step, outcome, reason, fileIds, isLate, on, actor, now })
  const { partner } = decision
  if (partner)
    await changeCase(tx, found, { partnerId: partner.organizationId, partnerPath: partner.path })
  const end = endOf(to)
  const noted = { ...keptMarks(found, to), ...decision.marks, [step.key]: on }
  if (end) await changeCase(tx, found, { state: end, finishedAt: now, marks: noted })
  else await moveOn(tx, { ...found, marks: noted }, to, now)
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

/** Sent back, what is to be done again counts as not done; what came before it stands. */
function keptMarks({ steps, step, marks }: Case, to: string): Case['marks'] {
  const [from, now] = [to, step].map((key) => steps.findIndex((one) => one.key === key))
  if (from === undefined || now === undefined || from < 0 || from > now) return marks
  const undone = new Set(
    steps.slice(from, now + 1).flatMap(({ key, needs }) => [key, ...needs.map((one) => one.key)]),
  )
  return Object.fromEntries(Object.entries(marks).filter(([key]) => !undone.has(key)))
}

/** Notes days that the waits of an open case count from. */
export async function markCase(
  tx: Db,
  name: CaseName,
  { marks, now }: { readonly marks: Readonly<Record<string, Day>>; readonly now: Date },
): Promise<void> {
  const found = await lockCase(tx, name)
  if (!found) throw missing('procedures.unknown')
  requireTurn(found, undefined)
  const next = { ...found, marks: { ...found.marks, ...marks } }
  await moveOn(tx, next, found.step, now)
  await changeCase(tx, found, { since: found.since })
}

/** Goes on elsewhere in the unit, with all the time it has. */
export async function moveCase(
  tx: Db,
  name: CaseName,
  to: { readonly organizationId: string; readonly path: string },
): Promise<void> {
  const found = await lockCase(tx, name)
  if (!found) throw missing('procedures.unknown')
  requireTurn(found, undefined)
  await changeCase(tx, found, { organizationId: to.organizationId, path: to.path })
  await rehangFiles(tx, `case:${found.id}`, { subject: `case:${found.id}`, path: to.path })
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

/** Ended by the platform, because a day went by on which it would have had to be decided. */
export async function lapseCase(
  tx: Db,
  name: CaseName,
  { reason, now }: { readonly reason: string; readonly now: Date },
): Promise<void> {
  const found = await lockCase(tx, name)
  if (!found) throw missing('procedures.unknown')
  const step = requireTurn(found, undefined)
  const outcome = { key: 'lapsed', name: '逾期失效', to: 'ended' }
  const actor = { accountId: nobody, name: '平台' }
  await writeDown(tx, found, { step, outcome, reason, fileIds: [], isLate: true, actor, now })
  await changeCase(tx, found, { state: 'ended', finishedAt: now })
}

function requireTurn({ state, steps, step: key, name }: Case, shown: string | undefined): Step {
  if (state !== 'open') throw conflict('procedures.finished', { 名称: name })
  const step = steps.find((one) => one.key === key)
  if (!step) throw new Error(`a case stands at ${key}, which is none of its steps`)
  if (shown !== undefined && shown !== key) throw conflict('procedures.step', { 步骤: step.name })
  return step
}

/** Papers of a case are for those who may see the case. */
export const caseFiles: FileSubject = {
  kind: 'case',
  async maySee({ db, actor }, { unitId, subject }) {
    const caseId = subject.slice('case:'.length)
    // Hung there by one end, and read by the other, which may keep its rows elsewhere.
    const found = (await findCase(db, { unitId, caseId })) ?? (await findAnywhere(db, caseId))
    return found !== undefined && mayKnow(actor, found)
  },
}
