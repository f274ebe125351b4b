import { contract } from '@zhixing/contract'
import type { Input } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import type { Scene } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import { conditionOf } from '../../audience/index.ts'
import { attachFile } from '../../files/index.ts'
import { narrowTo } from '../../organizations/index.ts'
import { deliver, findAudience, keepNotice } from '../store.ts'

/**
 * To the members of an organization and of all below it, or to an audience among them. Everybody gets the common core;
 * whoever there is a part for gets that as well. The same form sent twice says it once.
 */
export const send = act(contract.notices.send, async (scene, input) => {
  const { tx, now, actor, reach } = scene
  const { organizationId, formId, audience, parts, fileIds, ...words } = input
  const { organization } = await narrowTo(tx, reach, organizationId)
  const { unitId, path } = organization
  const day = dayOf(now)
  const personIds = await findAudience(tx, path, conditionOf(audience, day).sql, day)
  if (personIds.length === 0) throw conflict('notices.nobody')

  const id = newId()
  const from = { from: actor.name, fromId: actor.accountId, kind: 'study', at: now }
  const common = { ...words, ...from, unitId, path }
  const notice = await keepNotice(tx, { ...common, id, key: `form:${formId}` })
  const noticeKey = { unitId, noticeId: notice.id }
  const place = { unitId, path: notice.path }
  if (notice.id !== id)
    return { value: { ...noticeKey, people: personIds.length }, place, change: 'none' }

  for (const fileId of fileIds)
    await attachFile(tx, {
      unitId: actor.unitId,
      fileId,
      subject: `notice:${id}`,
      path,
      accountId: actor.accountId,
    })
  const people = await deliver(tx, notice, personIds, now)
  await deliverParts(scene, input, { common, day, personIds })
  return {
    value: { ...noticeKey, people },
    place,
    change: { subject: `notice:${id}`, after: { ...words, audience, parts, people } },
  }
})

type Core = {
  readonly common: Omit<Parameters<typeof keepNotice>[1], 'id' | 'key'>
  readonly day: string
  readonly personIds: readonly string[]
}

/** What one class hears beyond the core; whoever fits several parts hears the first. */
async function deliverParts(
  { tx, now }: Scene,
  { formId, parts, title }: Input<typeof contract.notices.send>,
  { common, day, personIds }: Core,
): Promise<void> {
  const waiting = new Set(personIds)
  for (const [at, { name, audience, body }] of parts.entries()) {
    const meant = conditionOf(audience, day).sql
    const found = await findAudience(tx, common.path, meant, day)
    const own = found.filter((personId) => waiting.delete(personId))
    if (own.length === 0) continue
    const words = { title: `${title}（${name}）`.slice(0, 100), body }
    const key = `form:${formId}:${String(at)}`
    const notice = await keepNotice(tx, { ...common, ...words, id: newId(), key })
    await deliver(tx, notice, own, now)
  }
}
