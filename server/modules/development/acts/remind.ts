import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { addDays, dayOf } from '../../../kernel/calendar.ts'
import { conflict } from '../../../kernel/problem.ts'
import { sendToEach } from '../../notices/index.ts'
import { narrowTo } from '../../organizations/index.ts'
import { ruleAt } from '../../rules/index.ts'
import { findDueInspections } from '../catalogue/inspections.ts'

const noticeDays = 14

/** Tells those who cultivate somebody that half a year is over, or nearly; once a day at most. */
export const remind = act(contract.development.remind, async (scene, { organizationId }) => {
  const { tx, now, actor, reach } = scene
  const { organization, reach: here } = await narrowTo(tx, reach, organizationId)
  const today = dayOf(now)
  const { value: months } = await ruleAt(tx, 'dev.inspect', {
    path: organization.path,
    day: today,
  })
  const due = await findDueInspections(tx, here, { months, until: addDays(today, noticeDays) })
  if (due.length === 0) throw conflict('development.remindNobody')
  const notices = due.map(({ unitId, applicantId, path, name, inspectOn, memberId }) => ({
    unitId,
    path,
    key: `inspect:${applicantId}:${memberId}:${today}`,
    kind: 'reminder',
    from: actor.name,
    fromId: actor.accountId,
    title: `考察${name}`,
    body: `您联系培养的${name}，${inspectOn < today ? '考察已于' : '应在'} ${inspectOn} ${inspectOn < today ? '到期' : '前考察'}，请谈心了解后在“发展党员”里登记。`,
    link: '/development',
    personId: memberId,
  }))
  const reached = await sendToEach(tx, notices, now)
  const people = new Set(notices.map(({ personId }) => personId)).size
  const value = { reminded: reached.size, already: people - reached.size }
  const change =
    reached.size === 0
      ? ('none' as const)
      : { subject: `organization:${organizationId}`, after: value }
  return { value, place: organization, change }
})
