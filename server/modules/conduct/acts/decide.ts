import { contract } from '@zhixing/contract'
import type { Input } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { unlessBroken } from '../../../kernel/constraint.ts'
import type { Scene } from '../../../kernel/act.ts'
import { addMonths } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import { decideCase } from '../../procedures/index.ts'
import { ruleAt } from '../../rules/index.ts'
import { talksWith } from '../../talks/index.ts'
import { refuseCorrection } from '../rules/case.ts'
import { carryOut } from '../steps/follow.ts'
import { requireCase, subjectOf } from '../steps/require.ts'
import { tellConcerned } from '../steps/tell.ts'
import { requireVote } from '../steps/vote.ts'
import { changeConductCase, keepConductCase } from '../store/cases.ts'
import type { ConductCase } from '../store/cases.ts'

type Asked = Input<typeof contract.conduct.decide>

/** How long before a case a talk may lie and still belong to it. */
const talkMonths = 6

/** One step. The declared procedure judges whose turn it is, order, days and what it needs; here is what only this knows. */
export const decide = act(contract.conduct.decide, async (scene, input) => {
  const { tx, now, actor } = scene
  const { unitId, caseId, version, step, outcome, reason, on } = input
  const found = await requireCase(scene, { unitId, caseId, version }, ['open'])
  const correction = await correctionOf(scene, found, input)
  const marks = { ...(await heardBy(scene, found)), ...correction.marks }
  const decided = await decideCase(
    tx,
    { unitId, subject: subjectOf(found) },
    { step, outcome, reason, on, marks, actor, now },
  )
  const vote = await requireVote(tx, found, input)
  if (step === 'review') requireRunOut(found, input)
  const state = decided.state === 'withdrawn' ? 'ended' : decided.state
  const change = changeConductCase(tx, found, {
    state,
    ...correction.kept,
    ...(vote ? { vote } : {}),
    ...(step === 'approve' && outcome === 'pass' ? { decidedOn: on } : {}),
    ...(step === 'decide' && outcome === 'pass' ? { decidedOn: on } : {}),
    ...(step === 'notify' ? { noticedOn: on } : {}),
  })
  const taken = conflict('conduct.motionTaken')
  const next = await unlessBroken(change, 'conduct_cases_vote_once', taken)
  if (step === 'approve' && outcome === 'pass') await carryOut(tx, found, on)
  if (step === 'review' && outcome === 'unchanged') await draftNext(scene, found, reason)
  await tell(scene, found, input)
  return {
    value: { version: next, state, next: decided.next },
    place: found,
    change: {
      subject: subjectOf(found),
      before: { state: found.state },
      after: { state, step, outcome, on },
    },
  }
})

/** With whom somebody talked, and whether they were heard: both are on record elsewhere. */
async function heardBy({ tx }: Scene, found: ConductCase) {
  const { unitId, memberId, openedOn, statementOn } = found
  const talks = await talksWith(tx, unitId, memberId)
  const earliest = addMonths(openedOn, -talkMonths)
  const held = talks.flatMap(({ heldOn }) => (heldOn && heldOn >= earliest ? [heldOn] : []))
  const talk = held.toSorted().at(-1)
  return { ...(talk ? { talk } : {}), ...(statementOn ? { statement: statementOn } : {}) }
}

/** A correction says until when, who helps and how. */
async function correctionOf({ tx, vault }: Scene, found: ConductCase, input: Asked) {
  const { step, outcome, on, correction } = input
  const nothing = { marks: {}, kept: {} }
  if (step !== 'decide' || outcome !== 'pass') return nothing
  if (!correction) throw conflict('conduct.correctionMissing')
  const { until, helperName, measures } = correction
  const most = await ruleAt(tx, 'disposal.correction.max', { path: found.path, day: on })
  const refusal = refuseCorrection(until, { on, most })
  if (refusal) throw conflict(refusal.reason, refusal.words)
  const kept = { correctUntil: until, helperName, measuresSealed: vault.seal(measures) }
  return { marks: { correctUntil: until }, kept }
}

function requireRunOut({ correctUntil }: ConductCase, { outcome, on }: Asked): void {
  if (outcome === 'unchanged' && correctUntil && on < correctUntil)
    throw conflict('conduct.correctionRunning', { 日期: correctUntil })
}

/** Whoever has not changed by the end of a correction is persuaded to leave: the draft says why. */
async function draftNext({ tx, now, actor, vault }: Scene, found: ConductCase, reason: string) {
  const { unitId, organizationId, path, memberId, correctUntil } = found
  await keepConductCase(tx, {
    unitId,
    organizationId,
    path,
    memberId,
    id: newId(),
    kind: 'persuade',
    ground: 'unchanged',
    state: 'draft',
    openedOn: correctUntil ?? found.openedOn,
    factsSealed: vault.seal(`限期改正到 ${correctUntil ?? ''} 期满，没有改正：${reason}`),
    byId: actor.accountId,
    byName: actor.name,
    at: now,
  })
}

async function tell(scene: Scene, found: ConductCase, { step, outcome }: Asked): Promise<void> {
  if (step === 'facts' && outcome === 'pass')
    await tellConcerned(scene, found, {
      what: 'heard',
      title: '请您陈述',
      body: '支部正在研究一件与您有关的事项。请打开看事实材料，写下您的陈述；也可以当面向支部说明。',
    })
  if (step === 'decide' && outcome === 'pass')
    await tellConcerned(scene, found, {
      what: 'correct',
      title: '支部决定帮助您限期改正',
      body: '请打开看期限、帮教的同志和措施。',
    })
  if (step === 'notify')
    await tellConcerned(scene, found, {
      what: 'decided',
      title: '党组织的处理决定',
      body: '请打开看决定。不服的，可以在申诉期内提出申诉。',
    })
}
