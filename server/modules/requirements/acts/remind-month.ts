import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import { conflict } from '../../../kernel/problem.ts'
import { hoursText } from '../../../kernel/words.ts'
import { sendToEach } from '../../notices/index.ts'
import { narrowTo } from '../../organizations/index.ts'
import { frameAt } from '../catalogue/frame.ts'
import { membersOfMonth } from '../catalogue/online-month.ts'

const remindMax = 20_000

/** Tells everybody who has studied less online in a month than asked, once a day at most. */
export const remindMonth = act(
  contract.requirements.remindMonth,
  async ({ tx, now, actor, reach }, { organizationId, month }) => {
    const { organization } = await narrowTo(tx, reach, organizationId)
    const { path, unitId } = organization
    const today = dayOf(now)
    if (`${month}-01` > today) throw conflict('requirements.month', { 月份: month })
    const frame = await frameAt(tx, { path, year: yearOf(`${month}-01`), now, today })
    const page = { page: 1, size: remindMax, lacking: true }
    const lacking = await membersOfMonth(tx, frame, month, page)
    if (lacking.length === 0) throw conflict('requirements.nobody')

    const notices = lacking.map((one) => ({
      unitId: one.unitId,
      path: one.path,
      key: `online:${month}:${today}:${one.memberId}`,
      kind: 'reminder',
      from: actor.name,
      fromId: actor.accountId,
      title: `网络学习提醒：${Number(month.slice(5))}月`,
      body: `${Number(month.slice(5))}月您已网络学习 ${hoursText(one.minutes)} 学时，每月应不少于 ${hoursText(one.aim)} 学时，请抓紧补上。`,
      link: '/me/hours',
      personId: one.memberId,
    }))
    const reached = await sendToEach(tx, notices, now)
    const value = { reminded: reached.size, already: lacking.length - reached.size }
    const subject = `organization:${organizationId}`
    return {
      value,
      place: { unitId, path },
      change: reached.size === 0 ? 'none' : { subject, after: { month, ...value } },
    }
  },
)
