import { contract } from '@zhixing/contract'
import { act, ownAct } from '../../../kernel/act.ts'
import { addDays, dayOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { memberBehind } from '../../accounts/index.ts'
import { ruleAt } from '../../rules/index.ts'
import { takeBack } from '../steps/follow.ts'
import { requireCase, requireDay, subjectOf } from '../steps/require.ts'
import { tellConcerned } from '../steps/tell.ts'
import { changeConductCase, lockConductCase } from '../store/cases.ts'
import type { ConductCase } from '../store/cases.ts'

/** Whoever was decided about may appeal once, also when they are off the roll by that very decision. */
export const appeal = ownAct(contract.conduct.appeal, async (scene, { text, ...key }) => {
  const { tx, now, actor, vault } = scene
  const self = await memberBehind(tx, actor.accountId)
  const found = await lockConductCase(tx, ['/'], key)
  if (!found || !self || found.unitId !== self.unitId || found.memberId !== self.memberId)
    throw missing('conduct.caseUnknown')
  const on = dayOf(now)
  await requireAppealable(tx, found, on)
  const asked = { appealState: 'asked' as const, appealOn: on, appealSealed: vault.seal(text) }
  await changeConductCase(tx, found, asked)
  return {
    value: {},
    place: found,
    change: { subject: subjectOf(found), after: { appeal: 'asked', on } },
  }
})

/** Of somebody who comes by, or writes. */
export const recordAppeal = act(contract.conduct.recordAppeal, async (scene, input) => {
  const { tx, now, vault } = scene
  const { on, text, ...key } = input
  const found = await requireCase(scene, key, ['done'])
  requireDay(on, now, found.noticedOn ?? found.openedOn)
  await requireAppealable(tx, found, on)
  const asked = { appealState: 'asked' as const, appealOn: on, appealSealed: vault.seal(text) }
  return {
    value: { version: await changeConductCase(tx, found, asked) },
    place: found,
    change: { subject: subjectOf(found), after: { appeal: 'asked', on } },
  }
})

/** The organization above looks at it again: it stands, or all of it is taken back. */
export const answerAppeal = act(contract.conduct.answerAppeal, async (scene, input) => {
  const { tx, now } = scene
  const { state, answer, ...key } = input
  const found = await requireCase(scene, key, ['done'])
  if (found.appealState !== 'asked') throw conflict('conduct.appealNone')
  const isRevoked = state === 'revoked'
  if (isRevoked) await takeBack(tx, found, dayOf(now))
  const version = await changeConductCase(tx, found, {
    appealState: state,
    appealAnswer: answer,
    ...(isRevoked ? { state: 'revoked' as const } : {}),
  })
  await tellConcerned(scene, found, {
    what: 'appeal',
    title: '申诉的复议结果',
    body: '请打开看复议结果和理由。',
  })
  return {
    value: { version },
    place: found,
    change: { subject: subjectOf(found), before: { appeal: 'asked' }, after: { appeal: state } },
  }
})

async function requireAppealable(tx: Db, found: ConductCase, on: Day): Promise<void> {
  const { noticedOn, appealState, path, kind } = found
  if (appealState) throw conflict('conduct.appealDone')
  if (!noticedOn || kind === 'correct') throw conflict('conduct.appealWhen')
  const until = await appealUntil(tx, { path, noticedOn })
  if (on > until) throw conflict('conduct.appealLate', { 日期: until })
}

/** The last day on which one may appeal. */
async function appealUntil(
  tx: Db,
  { path, noticedOn }: { readonly path: string; readonly noticedOn: Day },
): Promise<Day> {
  const { value } = await ruleAt(tx, 'conduct.appeal', { path, day: noticedOn })
  return addDays(noticedOn, value)
}
