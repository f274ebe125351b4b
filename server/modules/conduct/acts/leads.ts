import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { narrowTo } from '../../organizations/index.ts'
import { requireDay } from '../steps/require.ts'
import { showLead } from '../steps/lead.ts'
import {
  changeLead,
  findLeadByForm,
  keepLead,
  keepLeadEntry,
  lockLead,
  lockUnit,
} from '../store/registers.ts'

/** Something was heard: numbered, under seal, with somebody who looks into it by a day. */
export const registerLead = act(contract.conduct.registerLead, async (scene, input) => {
  const { tx, now, actor, reach, vault } = scene
  const { organizationId, formId, content, receivedOn, dueOn, ...facts } = input
  const { organization } = await narrowTo(tx, reach, organizationId)
  const { unitId, path } = organization
  requireDay(receivedOn, now)
  if (dueOn < receivedOn) throw conflict('conduct.leadDue', { 日期: dueOn, 收到: receivedOn })
  await lockUnit(tx, unitId)
  const by = { byId: actor.accountId, byName: actor.name, at: now }
  const row = { ...facts, ...by, unitId, organizationId, path, formId, receivedOn, dueOn }
  const sealed = { contentSealed: vault.seal(content), state: 'received' as const }
  const kept = await keepLead(tx, { ...row, ...sealed, id: newId() })
  const lead = kept ?? (await findLeadByForm(tx, unitId, formId))
  if (!lead) throw missing('conduct.leadUnknown')
  const { id, number } = lead
  return {
    value: { unitId, leadId: id, number },
    place: { unitId, path },
    change: kept ? { subject: `lead:${id}`, after: { number, source: facts.source } } : 'none',
  }
})

/** An act, because looking leaves a trace; whoever looks sees who looked before. */
export const lead = act(contract.conduct.lead, async (scene, { unitId, leadId }) => {
  const { tx, now, reach, vault } = scene
  const found = await lockLead(tx, reach, unitId, leadId)
  if (!found) throw missing('conduct.leadUnknown')
  return {
    value: await showLead({ tx, vault, day: dayOf(now) }, found),
    place: found.lead,
    change: { subject: `lead:${leadId}`, after: { seen: 'lead', by: scene.actor.name } },
  }
})

/** What was done about it; with a result it is over. */
export const handleLead = act(contract.conduct.handleLead, async (scene, input) => {
  const { tx, now, actor, reach, vault } = scene
  const { unitId, leadId, version, on, text, result } = input
  const held = await lockLead(tx, reach, unitId, leadId)
  if (!held) throw missing('conduct.leadUnknown')
  const found = held.lead
  if (found.version !== version) throw conflict('input.stale')
  if (found.state === 'closed') throw conflict('conduct.leadClosed')
  requireDay(on, now, found.receivedOn)
  const by = { byId: actor.accountId, byName: actor.name, at: now }
  await keepLeadEntry(tx, { ...by, unitId, id: newId(), leadId, on, textSealed: vault.seal(text) })
  const state = result ? ('closed' as const) : ('handling' as const)
  const closedOn = result ? on : null
  const next = await changeLead(tx, found, { state, result, closedOn })
  return {
    value: { version: next, state },
    place: found,
    change: { subject: `lead:${leadId}`, before: { state: found.state }, after: { state, result } },
  }
})
