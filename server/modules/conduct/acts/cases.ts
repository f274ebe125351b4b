import { contract } from '@zhixing/contract'
import { disposalGrounds, disposalKinds } from '@zhixing/contract/conduct-words.ts'
import { act, ownAct } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { findMember } from '../../members/index.ts'
import { startCase, withdrawCase } from '../../procedures/index.ts'
import { disposals } from '../catalogue/disposal.ts'
import { refuseGround } from '../rules/case.ts'
import { requireGrounds } from '../steps/grounds.ts'
import { requireCase, requireDay, requirePerson, subjectOf } from '../steps/require.ts'
import { changeConductCase, keepConductCase, keepNote, lockConductCase } from '../store/cases.ts'

/** A draft may say what is not yet true; it is judged when it starts. */
export const draft = act(contract.conduct.draft, async (scene, input) => {
  const { tx, now, actor, vault } = scene
  const { unitId, memberId, kind, ground, facts } = input
  const { member, path } = await requirePerson(scene, { unitId, memberId })
  const odd = refuseGround(kind, ground)
  if (odd) throw conflict(odd.reason, odd.words)
  const id = newId()
  const where = { unitId, organizationId: member.organizationId, path }
  const by = { byId: actor.accountId, byName: actor.name, at: now }
  const said = { kind, ground, factsSealed: vault.seal(facts), openedOn: dayOf(now) }
  if (!(await keepConductCase(tx, { ...where, ...by, ...said, id, memberId, state: 'draft' })))
    throw conflict('conduct.caseOpen', { 姓名: member.name })
  return {
    value: { unitId, caseId: id },
    place: where,
    change: { subject: `conduct:${id}`, after: { memberId, kind, ground } },
  }
})

export const revise = act(contract.conduct.revise, async (scene, input) => {
  const { kind, ground, facts, ...key } = input
  const found = await requireCase(scene, key, ['draft'])
  const odd = refuseGround(kind, ground)
  if (odd) throw conflict(odd.reason, odd.words)
  const factsSealed = scene.vault.seal(facts)
  return {
    value: { version: await changeConductCase(scene.tx, found, { kind, ground, factsSealed }) },
    place: found,
    change: {
      subject: subjectOf(found),
      before: { kind: found.kind, ground: found.ground },
      after: { kind, ground },
    },
  }
})

/** From here the declared steps decide what comes next. */
export const start = act(contract.conduct.start, async (scene, key) => {
  const { tx, now, actor } = scene
  const found = await requireCase(scene, key, ['draft'])
  const { unitId, organizationId, path, kind, ground, memberId } = found
  await requireGrounds(tx, now, found)
  const member = await findMember(tx, ['/'], { unitId, memberId })
  await startCase(tx, disposals[kind], {
    unitId,
    organizationId,
    path,
    subject: subjectOf(found),
    title: `${member?.member.name ?? ''}：${disposalKinds[kind]}`,
    judgesId: memberId,
    by: actor,
    now,
    on: found.openedOn,
  })
  return {
    value: { version: await changeConductCase(tx, found, { state: 'open' }) },
    place: found,
    change: {
      subject: subjectOf(found),
      before: { state: 'draft' },
      after: { state: 'open', kind, ground: disposalGrounds[ground] },
    },
  }
})

/** Not gone on with, for a reason that is kept. */
export const drop = act(contract.conduct.drop, async (scene, { reason, ...key }) => {
  const { tx, now, actor } = scene
  const found = await requireCase(scene, key, ['draft', 'open'])
  const { unitId, state } = found
  if (state === 'open')
    await withdrawCase(tx, { unitId, subject: subjectOf(found) }, { actor, reason, now })
  const by = { byId: actor.accountId, byName: actor.name, at: now }
  const textSealed = scene.vault.seal(`不再办理：${reason}`)
  await keepNote(tx, { ...by, unitId, id: newId(), caseId: found.id, on: dayOf(now), textSealed })
  return {
    value: { version: await changeConductCase(tx, found, { state: 'ended' }) },
    place: found,
    change: { subject: subjectOf(found), before: { state }, after: { state: 'ended', reason } },
  }
})

/** What the one concerned said, or why nothing could be heard. */
export const hear = act(contract.conduct.hear, async (scene, input) => {
  const { tx, now, actor, vault } = scene
  const { way, on, text, ...key } = input
  const found = await requireCase(scene, key, ['open'])
  requireDay(on, now, found.openedOn)
  if (found.statementWay === 'own' || found.statementWay === 'recorded')
    throw conflict('conduct.statementDone')
  const said = { statementWay: way, statementOn: on, statementBy: actor.name }
  const version = await changeConductCase(tx, found, { ...said, statementSealed: vault.seal(text) })
  return {
    value: { version },
    place: found,
    change: { subject: subjectOf(found), after: { statement: way, on } },
  }
})

/** In their own words, on their own phone; once. */
export const state = ownAct(contract.conduct.state, async (scene, { text, ...key }) => {
  const { tx, now, actor, vault } = scene
  const found = await lockConductCase(tx, ['/'], key)
  if (!found || found.memberId !== actor.memberId || found.state === 'draft')
    throw missing('conduct.caseUnknown')
  if (found.state !== 'open' || found.decidedOn)
    throw conflict('conduct.state', { 状态: '已经决定' })
  if (found.statementWay === 'own') throw conflict('conduct.statementDone')
  const said = { statementWay: 'own' as const, statementOn: dayOf(now), statementBy: actor.name }
  await changeConductCase(tx, found, { ...said, statementSealed: vault.seal(text) })
  return {
    value: {},
    place: found,
    change: { subject: subjectOf(found), after: { statement: 'own' } },
  }
})

export const note = act(contract.conduct.note, async (scene, { on, text, ...key }) => {
  const { tx, now, actor, vault } = scene
  const found = await requireCase(scene, key, ['open'])
  requireDay(on, now, found.openedOn)
  const { unitId, id: caseId } = found
  const by = { byId: actor.accountId, byName: actor.name, at: now }
  await keepNote(tx, { ...by, unitId, id: newId(), caseId, on, textSealed: vault.seal(text) })
  return {
    value: { version: await changeConductCase(tx, found, {}) },
    place: found,
    change: { subject: subjectOf(found), after: { noted: on } },
  }
})
