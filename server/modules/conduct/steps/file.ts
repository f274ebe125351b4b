import { addDays } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Actor } from '../../../kernel/caller.ts'
import type { Db, Reader } from '../../../kernel/db.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { sentenceOf } from '../../../kernel/refuse.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { resolutionsOf } from '../../activities/index.ts'
import { findMember } from '../../members/index.ts'
import { findLog, lockCase, refuseRight } from '../../procedures/index.ts'
import { ruleAt } from '../../rules/index.ts'
import { talksWith } from '../../talks/index.ts'
import { clausesOf } from '../rules/case.ts'
import { findNotes } from '../store/cases.ts'
import type { ConductCase } from '../store/cases.ts'
import { subjectOf } from './require.ts'

type Eyes = {
  readonly tx: Db
  readonly vault: Pick<Vault, 'open'>
  readonly actor: Actor
  readonly day: Day
}

/** All of one case, unsealed, with what its reader may do next. */
export async function readCaseFile({ tx, vault, actor, day }: Eyes, found: ConductCase) {
  const { unitId, id: caseId, memberId, path } = found
  const open = (text: string | null) => (text === null ? '' : vault.open(text))
  const person = await findMember(tx, ['/'], { unitId, memberId })
  const notes = await findNotes(tx, { unitId, caseId })
  const held = await talksWith(tx, unitId, memberId)
  const way = await wayOf(tx, actor, found)
  const meetings = { unitId, organizationId: found.organizationId, since: found.openedOn }
  const motions = way.step === 'resolve' ? await resolutionsOf(tx, meetings) : []
  const may = (grant: 'conduct.handle' | 'conduct.approve') =>
    covers(reachOf(actor.appointments, grant), path) && actor.memberId !== memberId
  const until = await appealDay(tx, found)
  return {
    unitId,
    caseId,
    memberId,
    name: person?.member.name ?? '',
    organizationName: person?.organizationName ?? '',
    kind: found.kind,
    ground: found.ground,
    state: found.state,
    openedOn: found.openedOn,
    version: found.version,
    ...way,
    isLate: way.dueOn !== null && way.dueOn < day,
    facts: open(found.factsSealed),
    statement:
      found.statementWay && found.statementOn
        ? {
            way: found.statementWay,
            on: found.statementOn,
            text: open(found.statementSealed),
            byName: found.statementBy,
          }
        : null,
    correction: correctionOf(found, open),
    notes: notes.map(({ on, textSealed, byName, at }) => ({
      on,
      text: open(textSealed),
      byName,
      at: at.toISOString(),
    })),
    talks: held.flatMap(({ id, heldOn, talkerName }) =>
      heldOn ? [{ talkId: id, heldOn, talkerName }] : [],
    ),
    vote: found.vote,
    motions: motions.filter(({ isClosed }) => isClosed),
    decidedOn: found.decidedOn,
    noticedOn: found.noticedOn,
    appealUntil: until,
    appeal: appealOf(found, until, open),
    clauses: [clausesOf[found.kind]],
    mayHandle: may('conduct.handle'),
    mayApprove: may('conduct.approve'),
  }
}

type Open = (text: string | null) => string

export function correctionOf(
  { correctUntil, helperName, measuresSealed }: ConductCase,
  open: Open,
) {
  return correctUntil === null
    ? null
    : { until: correctUntil, helperName, measures: open(measuresSealed) }
}

export function appealOf(found: ConductCase, until: Day | null, open: Open) {
  const { appealState: state, appealOn: on, appealSealed, appealAnswer: answer } = found
  if (!state || !on) return null
  return { state, on, text: open(appealSealed), answer, until: until ?? on }
}

/** The last day on which the one concerned may appeal. */
export async function appealDay(db: Reader, found: ConductCase): Promise<Day | null> {
  const { path, noticedOn, kind } = found
  if (!noticedOn || kind === 'correct') return null
  const { value } = await ruleAt(db, 'conduct.appeal', { path, day: noticedOn })
  return addDays(noticedOn, value)
}

/** Where it stands in its procedure; a draft stands nowhere yet. */
async function wayOf(tx: Db, actor: Actor, found: ConductCase) {
  const { unitId } = found
  const nothing = { step: '', stepName: '', dueOn: null, steps: [], log: [], outcomes: [] }
  if (found.state === 'draft') return { ...nothing, refusal: null }
  const way = await lockCase(tx, { unitId, subject: subjectOf(found) })
  if (!way) return { ...nothing, refusal: null }
  const log = await findLog(tx, unitId, [way.id])
  const passed = new Set(log.map(({ step }) => step))
  const isOpen = way.state === 'open'
  const now = isOpen ? way.steps.find(({ key }) => key === way.step) : undefined
  const problem = isOpen ? refuseRight(actor, way) : undefined
  return {
    step: now?.key ?? '',
    stepName: now?.name ?? '',
    dueOn: isOpen ? way.dueOn : null,
    steps: way.steps.map(({ key, name }) => ({
      key,
      name,
      isPassed: passed.has(key) && key !== now?.key,
    })),
    log: log.map(({ stepName, outcomeName, reason, byName, on }) => ({
      stepName,
      outcomeName,
      reason,
      byName,
      on,
    })),
    outcomes: (now?.outcomes ?? []).map(({ key, name, needsReason }) => ({
      key,
      name,
      needsReason,
    })),
    refusal: problem ? sentenceOf(problem) : null,
  }
}
