import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { newId } from '../../../kernel/ids.ts'
import { conflict } from '../../../kernel/problem.ts'
import { attachFile } from '../../files/index.ts'
import { narrowTo } from '../../organizations/index.ts'
import { deliver, findAudience, keepNotice } from '../store.ts'

/** To the members of an organization and of all below it. The same form sent twice says it once. */
export const send = act(
  contract.notices.send,
  async ({ tx, now, actor, reach }, { organizationId, formId, audience, fileIds, ...words }) => {
    const { organization } = await narrowTo(tx, reach, organizationId)
    const { unitId, path } = organization

    const personIds = await findAudience(tx, path, audience, dayOf(now))
    if (personIds.length === 0) throw conflict('notices.nobody')

    const id = newId()
    const from = { from: actor.name, fromId: actor.accountId, kind: 'study', at: now }
    const key = `form:${formId}`
    const notice = await keepNotice(tx, { ...words, ...from, id, unitId, path, key })
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
    return {
      value: { ...noticeKey, people },
      place,
      change: { subject: `notice:${id}`, after: { ...words, audience, people } },
    }
  },
)
