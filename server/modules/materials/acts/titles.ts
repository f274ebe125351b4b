import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { unlessBroken } from '../../../kernel/constraint.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { attachFile, detachFile } from '../../files/index.ts'
import { requireLive } from '../../organizations/index.ts'
import { changeTitle, hasModel, keepTitle as keep, lockTitle } from '../store/titles.ts'

/** A title of one's own, new or reworded. */
export const keepTitle = act(contract.materials.keepTitle, async ({ tx, reach, now }, input) => {
  const { titleId, organizationId, version, title } = input
  const at = await requireLive(tx, reach, organizationId)
  const { unitId, path } = at
  if (version !== null && unitId !== input.unitId) throw missing('materials.unknown')
  if (title.modelId && !(await hasModel(tx, path, unitId, title.modelId)))
    throw missing('roleModels.unknown')
  const value = { unitId, titleId }
  const known = conflict('materials.known', { 单位: at.name, 书名: title.name })
  const subject = `title:${titleId}`
  if (version === null) {
    const row = { ...title, unitId, id: titleId, organizationId, path, at: now }
    const isNew = await unlessBroken(keep(tx, row), 'titles_once', known)
    const change = isNew ? { subject, after: title } : ('none' as const)
    return { value: { ...value, version: 0 }, place: { unitId, path }, change }
  }
  const own = await lockTitle(tx, reach, value)
  if (!own) throw missing('materials.unknown')
  if (own.version !== version) throw conflict('input.stale')
  const next = await unlessBroken(changeTitle(tx, own, title), 'titles_once', known)
  const { name, kind, priceCents, summary } = own
  return {
    value: { ...value, version: next },
    place: own,
    change: { subject, before: { name, kind, priceCents, summary }, after: title },
  }
})

/** Nobody orders it any more; what there is goes on being issued. */
export const retireTitle = act(contract.materials.retireTitle, async ({ tx, reach, now }, form) => {
  const own = await lockTitle(tx, reach, form)
  if (!own) throw missing('materials.unknown')
  if (own.version !== form.version) throw conflict('input.stale')
  if (own.retiredOn) throw conflict('materials.retired', { 书名: own.name, 日期: own.retiredOn })
  const retiredOn = dayOf(now)
  await changeTitle(tx, own, { retiredOn })
  return { value: {}, place: own, change: { subject: `title:${own.id}`, after: { retiredOn } } }
})

/** The e-copy. */
export const addFile = act(
  contract.materials.addFile,
  async ({ tx, actor, reach }, { fileId, ...key }) => {
    const own = await lockTitle(tx, reach, key)
    if (!own) throw missing('materials.unknown')
    const subject = `title:${own.id}`
    const { unitId, path } = own
    const hanging = { unitId, fileId, subject, path, accountId: actor.accountId }
    const { name } = await attachFile(tx, hanging)
    return { value: {}, place: own, change: { subject, after: { file: name } } }
  },
)

export const removeFile = act(
  contract.materials.removeFile,
  async ({ tx, now, reach }, { fileId, ...key }) => {
    const own = await lockTitle(tx, reach, key)
    if (!own) throw missing('materials.unknown')
    const subject = `title:${own.id}`
    const { name } = await detachFile(tx, { unitId: own.unitId, fileId, subject, now })
    return { value: {}, place: own, change: { subject, before: { file: name } } }
  },
)
