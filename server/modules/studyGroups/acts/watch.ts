import { systemAct } from '../../../kernel/act.ts'
import { addDays, dayOf } from '../../../kernel/calendar.ts'
import type { Surroundings } from '../../../kernel/caller.ts'
import { findPeopleHolding } from '../../accounts/index.ts'
import { sendNotice } from '../../notices/index.ts'
import { overdueReports } from '../catalogue/overdue.ts'
import type { Overdue } from '../catalogue/overdue.ts'

const daysBack = 60

/** Says of each report that is not there when its day has passed, to those who keep the group; each only once. */
export async function watchReports(surroundings: Surroundings): Promise<number> {
  const { db, now } = surroundings
  const moment = now()
  const since = addDays(dayOf(moment), -daysBack)
  let told = 0
  for (const one of await overdueReports(db, { since, now: moment }))
    told += await remindOne(surroundings, one)
  return told
}

const remindOne = systemAct('studyGroups.watch', async ({ tx, now }, one: Overdue) => {
  const { unitId, path, sessionId, organizationId, groupId, groupName, title, dueOn } = one
  const keepers = await findPeopleHolding(tx, 'studyGroups.manage', { organizationId, now })
  const told = await sendNotice(tx, {
    unitId,
    path,
    key: `studyReport:${sessionId}`,
    kind: 'reminder',
    from: '平台',
    fromId: groupId,
    title: `一学一报逾期：${title}`,
    body: `${groupName}的这次学习应在 ${dueOn} 前上报，还没有报。先办结点名和记录，再写研讨要点。`,
    link: '/study-groups/sessions',
    personIds: [...new Set([...keepers, ...one.secretaryIds])],
    now,
  })
  return {
    value: told,
    place: { unitId, path },
    change: told > 0 ? { subject: `studySession:${sessionId}`, after: { reminded: told } } : 'none',
  }
})
