import { contract } from '@zhixing/contract'
import { ownAct } from '../../../kernel/act.ts'
import { dayOf, monthOf } from '../../../kernel/calendar.ts'
import { conflict } from '../../../kernel/problem.ts'
import { ruleAt } from '../../rules/index.ts'
import { dueOn, monthWord, opensOn } from '../rules.ts'
import { changeRecord, findRecord, keepRecord } from '../store.ts'
import { requireRecorder } from '../steps/require.ts'

/** What the site was used for in a month; told once, and corrected by whoever read it last. */
export const record = ownAct(contract.sites.record, async ({ tx, now, actor }, input) => {
  const { unitId, siteId, month, version, ...figures } = input
  const { room, site, place } = await requireRecorder(tx, actor, input)
  const today = dayOf(now)
  if (today < opensOn(month))
    throw conflict('sites.early', { 月份: monthWord(month), 日期: opensOn(month) })
  if (month < monthOf(site.since)) {
    const words = { 名称: room.name, 日期: site.since, 月份: monthWord(month) }
    throw conflict('sites.before', words)
  }
  const { value: days } = await ruleAt(tx, 'site.record.day', { path: room.path, day: today })
  const by = { byId: actor.accountId, byName: actor.name, at: now }
  const subject = `site:${siteId}`
  const before = await findRecord(tx, { unitId, siteId }, month)
  if (version === null) {
    const isLate = today > dueOn(month, days)
    const row = { ...figures, ...by, unitId, siteId, month, reportedOn: today, isLate }
    if (before || !(await keepRecord(tx, row)))
      throw conflict('sites.known', { 月份: monthWord(month), 姓名: before?.byName ?? '' })
    const change = { subject, after: { month, ...figures } }
    return { value: { version: 0, isLate }, place, change }
  }
  const next = await changeRecord(tx, { unitId, siteId, month }, version, { ...figures, ...by })
  if (next === undefined || !before) throw conflict('input.stale')
  const { sessions, playbacks, minutesOpen, attendance, faults, isLate } = before
  return {
    value: { version: next, isLate },
    place,
    change: {
      subject,
      before: { month, sessions, playbacks, minutesOpen, attendance, faults },
      after: { month, ...figures },
    },
  }
})
