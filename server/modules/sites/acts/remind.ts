import { systemAct } from '../../../kernel/act.ts'
import { addMonths, dayOf, monthOf } from '../../../kernel/calendar.ts'
import type { Surroundings } from '../../../kernel/caller.ts'
import { sendNotice } from '../../notices/index.ts'
import { ruleAt } from '../../rules/index.ts'
import { peopleOf, standingsOf } from '../catalogue/standing.ts'
import type { Standing } from '../catalogue/standing.ts'
import { dueOn, monthWord } from '../rules.ts'

/** Says which record of the last month is due, and says it once more when the day has passed; each only once. */
export async function remindSites(surroundings: Surroundings): Promise<number> {
  const { db, now } = surroundings
  const today = dayOf(now())
  const month = monthOf(addMonths(today, -1))
  const standings = await standingsOf(db, undefined, { path: '/', today })
  const owing = standings.filter(({ owes }) => owes.includes(month))
  let told = 0
  for (const one of owing) {
    const { value } = await ruleAt(db, 'site.record.day', { path: one.path, day: today })
    const due = dueOn(month, value)
    told += await remindOne(surroundings, { one, month, due, isLate: due < today })
  }
  return told
}

type Due = {
  readonly one: Standing
  readonly month: string
  readonly due: string
  readonly isLate: boolean
}

const remindOne = systemAct('sites.remind', async ({ tx, now }, due: Due) => {
  const { unitId, path, siteId, name, organizationId, managerId } = due.one
  const personIds = await peopleOf(tx, { unitId, organizationId, managerId, day: dayOf(now) })
  const month = monthWord(due.month)
  const told = await sendNotice(tx, {
    unitId,
    path,
    key: `site:${siteId}:${due.month}${due.isLate ? ':late' : ''}`,
    kind: 'reminder',
    from: '平台',
    fromId: siteId,
    title: due.isLate ? `站点记录逾期：${name}` : `交站点记录：${name}`,
    body: due.isLate
      ? `“${name}”${month}的使用记录应在 ${due.due} 前交，还没有交。`
      : `请在 ${due.due} 前交“${name}”${month}的使用记录，办过的活动已经算好，核对就行。`,
    link: '/sites',
    personIds,
    now,
  })
  const change = { subject: `site:${siteId}`, after: { month: due.month, reminded: told } }
  return { value: told, place: { unitId, path }, change: told > 0 ? change : ('none' as const) }
})
