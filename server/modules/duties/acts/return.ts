import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { conflict, forbidden, missing } from '../../../kernel/problem.ts'
import { covers, parentOf } from '../../../kernel/reach.ts'
import { sendNotice } from '../../notices/index.ts'
import { requireLive } from '../../organizations/index.ts'
import { findHolders } from '../catalogue/find.ts'
import { changeRecord, lockRecordById, lockTemplate } from '../store.ts'
import { dayOf } from '../../../kernel/calendar.ts'

/** What is not true or not complete goes back, with the reason, to whoever holds the post. */
export const sendBack = act(
  contract.duties.return,
  async ({ tx, now, actor, reach }, { unitId, recordId, reason }) => {
    const record = await lockRecordById(tx, unitId, recordId)
    if (!record || !covers(reach, record.path)) throw missing('duties.record')
    const organization = await requireLive(tx, reach, record.organizationId)
    if (record.byId === actor.accountId || !covers(reach, parentOf(organization.path)))
      throw forbidden('duties.own')
    if (record.returned !== null) throw conflict('duties.returned')

    await changeRecord(tx, record, { returned: reason })
    const template = await lockTemplate(tx, record.templateId)
    const holders = await findHolders(tx, { path: organization.path }, dayOf(now))
    const title = template?.title ?? ''
    await sendNotice(tx, {
      unitId,
      path: record.path,
      key: `duty-returned:${recordId}:${now.toISOString()}`,
      kind: 'duty',
      from: actor.name,
      fromId: actor.accountId,
      title: `责任事项退回重报：${title}`,
      body: `${organization.name}报告的“${title}”被退回：${reason}。请核实后重新报告。`,
      link: '/duties',
      personIds: holders
        .filter((one) => one.organizationId === organization.id && one.post === template?.post)
        .map(({ memberId }) => memberId),
      now,
    })
    return {
      value: {},
      place: organization,
      change: {
        subject: `duty:${recordId}`,
        before: { returned: null },
        after: { returned: reason },
      },
    }
  },
)
