import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { unlessBroken } from '../../../kernel/constraint.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { attachFile, detachFile } from '../../files/index.ts'
import { findMember } from '../../members/index.ts'
import { requireLive } from '../../organizations/index.ts'
import { changeModel, findModel, keepModel, keepUse, lockModel } from '../store/models.ts'
import { refuseFuture, writtenBy } from '../steps/require.ts'

/** A role model of one's own: new, reworded, or no longer held up. */
export const keep = act(contract.roleModels.keep, async ({ tx, reach, now }, input) => {
  const { modelId, organizationId, version, model, isRetired } = input
  const at = await requireLive(tx, reach, organizationId)
  const { unitId, path } = at
  if (version !== null && unitId !== input.unitId) throw missing('roleModels.unknown')
  if (model.memberId && !(await findMember(tx, [path], { unitId, memberId: model.memberId })))
    throw missing('roleModels.member')
  const known = conflict('roleModels.known', {
    单位: at.name,
    姓名: model.name,
    荣誉: model.honour,
  })
  const value = { unitId, modelId }
  const subject = `model:${modelId}`
  if (version === null) {
    const row = { ...model, id: modelId, unitId, organizationId, path, at: now }
    const isNew = await unlessBroken(keepModel(tx, row), 'role_models_once', known)
    const change = isNew ? { subject, after: model } : ('none' as const)
    return { value: { ...value, version: 0 }, place: { unitId, path }, change }
  }
  const own = await lockModel(tx, reach, value)
  if (!own) throw missing('roleModels.unknown')
  if (own.version !== version) throw conflict('input.stale')
  const retiredOn = isRetired ? (own.retiredOn ?? dayOf(now)) : null
  const changed = changeModel(tx, own, { ...model, retiredOn })
  const next = await unlessBroken(changed, 'role_models_once', known)
  const { name, honour, deeds } = own
  return {
    value: { ...value, version: next },
    place: own,
    change: { subject, before: { name, honour, deeds }, after: { ...model, retiredOn } },
  }
})

export const addModelFile = act(
  contract.roleModels.addFile,
  async ({ tx, actor, reach }, { fileId, ...key }) => {
    const own = await lockModel(tx, reach, key)
    if (!own) throw missing('roleModels.unknown')
    const subject = `model:${own.id}`
    const { unitId, path } = own
    const hanging = { unitId, fileId, subject, path, accountId: actor.accountId }
    const { name } = await attachFile(tx, hanging)
    return { value: {}, place: own, change: { subject, after: { file: name } } }
  },
)

export const removeModelFile = act(
  contract.roleModels.removeFile,
  async ({ tx, now, reach }, { fileId, ...key }) => {
    const own = await lockModel(tx, reach, key)
    if (!own) throw missing('roleModels.unknown')
    const subject = `model:${own.id}`
    const { name } = await detachFile(tx, { unitId: own.unitId, fileId, subject, now })
    return { value: {}, place: own, change: { subject, before: { file: name } } }
  },
)

/** An organization, also one below, taught or told with it. */
export const use = act(contract.roleModels.use, async (scene, input) => {
  const { tx, reach, now } = scene
  const { unitId, modelId, organizationId, useId: id, on, audience, note } = input
  const at = await requireLive(tx, reach, organizationId)
  const model = await findModel(tx, [at.path], { unitId, modelId })
  if (!model || at.unitId !== unitId) throw missing('roleModels.unknown')
  if (model.retiredOn)
    throw conflict('roleModels.retired', { 姓名: model.name, 日期: model.retiredOn })
  refuseFuture(on, now)
  const { day: _, ...by } = writtenBy(scene)
  const facts = { modelId, on, use: input.use, audience, note }
  const row = { ...facts, ...by, id, unitId, organizationId, path: at.path }
  const isNew = await keepUse(tx, row)
  return {
    value: {},
    place: { unitId, path: at.path },
    change: isNew ? { subject: `model:${modelId}`, after: facts } : 'none',
  }
})
