import { contract } from '@zhixing/contract'
import { act } from '../../../kernel/act.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict } from '../../../kernel/problem.ts'
import { convertHours, postHours } from '../../ledgers/index.ts'
import type { Posting } from '../../ledgers/index.ts'
import { headingOf } from '../steps/heading.ts'
import { ledgerLevelOf } from '../rules/level.ts'
import { requireClass, requireState } from '../steps/require.ts'
import { findLearners } from '../store/enrolments.ts'

type Day = { readonly day: string; readonly minutes: number }

/** Where others kept the roll, hours are written down by days; a day once credited stays as it is. */
export const credit = act(
  contract.classes.credit,
  async ({ tx, now, actor, reach }, { days, ...key }) => {
    const { kept } = await requireClass(tx, reach, key)
    requireState(kept, ['announced', 'completed'], '记学时')
    if (kept.origin === 'own') throw conflict('classes.creditOwn')
    refuseDays(days, kept, dayOf(now))
    const members = (await findLearners(tx, key)).filter(({ memberId }) => memberId !== null)
    if (members.length === 0) throw conflict('classes.noLearners', { 名称: kept.title })

    const level = ledgerLevelOf(kept.level)
    const heading = await headingOf(tx, kept)
    const common = {
      title: kept.title,
      source: 'class',
      level,
      heading,
      sourceId: kept.id,
    } as const
    let postedMinutes = 0
    for (const [unitId, own] of Map.groupBy(members, (one) => one.memberUnitId ?? kept.unitId)) {
      const postings: Posting[] = []
      for (const { day, minutes: clockMinutes } of days) {
        const study = { source: 'class', clockMinutes, level, days: 1 } as const
        const worth = await convertHours(tx, { path: kept.path, day }, study)
        const { minutes, ruleKey, ruleFrom, isCentralized, isOnline } = worth
        const said = { ...common, minutes, ruleKey, ruleFrom, isCentralized, isOnline, unitId, day }
        const by = { key: `class:${kept.id}:${day}`, postedBy: actor.accountId, at: now }
        for (const { memberId } of own) if (memberId) postings.push({ ...said, ...by, memberId })
      }
      postedMinutes += (await postHours(tx, postings)).minutes
    }
    const value = { people: members.length, postedMinutes }
    return {
      value,
      place: kept,
      change: { subject: `class:${kept.id}`, after: { days, ...value } },
    }
  },
)

function refuseDays(
  days: readonly Day[],
  { from, until }: { readonly from: string; readonly until: string },
  today: string,
): void {
  const seen = new Set<string>()
  for (const { day } of days) {
    if (day < from || day > until || day > today)
      throw conflict('classes.creditDay', { 日期: day, 起: from, 止: until })
    if (seen.has(day)) throw conflict('classes.creditTwice', { 日期: day })
    seen.add(day)
  }
}
