import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { attachFile, detachFile } from '../../files/index.ts'
import { openRecord, placeOf, subjectOf } from '../steps/open-record.ts'
import { lockActivity } from '../store/activities.ts'

/** Photos and signed sheets often come when the record is closed already. */
export const attach = act(
  contract.activities.attach,
  async ({ tx, actor, reach }, { fileId, ...key }) => {
    const held = await lockActivity(tx, reach, key)
    if (!held) throw missing('activities.unknown')
    if (held.activity.cancelledAt) throw conflict('activities.cancelled')

    const { unitId, accountId } = actor
    const subject = subjectOf(held)
    const { name, bytes } = await attachFile(tx, {
      unitId,
      fileId,
      subject,
      path: held.path,
      accountId,
    })
    return {
      value: { unitId, fileId, name, bytes },
      place: placeOf(held),
      change: { subject, after: { attached: fileId, name } },
    }
  },
)

export const detach = act(
  contract.activities.detach,
  async ({ tx, now, reach }, { fileUnitId, fileId, ...key }) => {
    const held = await openRecord(tx, reach, key)
    const subject = subjectOf(held)
    const { name } = await detachFile(tx, { unitId: fileUnitId, fileId, subject, now })
    return {
      value: {},
      place: placeOf(held),
      change: { subject, before: { attached: fileId, name } },
    }
  },
)
