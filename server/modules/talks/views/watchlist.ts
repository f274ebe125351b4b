import { contract } from '@zhixing/contract'
import { addMonths, dayOf } from '../../../kernel/calendar.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { findMember } from '../../members/index.ts'
import { narrowTo } from '../../organizations/index.ts'
import { ruleName, sayValue } from '../../rules/index.ts'
import { watchedAt } from '../catalogue/watch.ts'
import { monthsBetween, spanOf } from '../rules/months.ts'
import { alertKeys } from '../rules/signs.ts'
import type { Sign } from '../rules/signs.ts'
import { rowOf } from '../steps/show.ts'
import { findTalksOf } from '../store.ts'
import { waitingAt } from '../catalogue/waiting.ts'
import { overview } from '../../overviews/index.ts'

/** Who has reasons to be talked with, those with the most of them first. */
export const watchlist = overview(
  contract.talks.watchlist,
  async ({ db, now, reach, actor }, { organizationId, sign, all, page, size }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const day = dayOf(now)
    const found = await waitingAt(db, { path: organization.path, now, day })
    const waiting = found.filter(({ talk }) => talk === null)
    const listed = all ? found : waiting
    const of = (key: Sign) =>
      listed.filter((row) => row.reasons.some((one) => one.sign === key)).length
    const counts = {
      farBehind: of('farBehind'),
      absences: of('absences'),
      attendanceFall: of('attendanceFall'),
      studyFall: of('studyFall'),
    }
    const chosen = listed
      .filter(({ reasons }) => sign === undefined || reasons.some((one) => one.sign === sign))
      .toSorted((one, other) => other.reasons.length - one.reasons.length)
    const rows = chosen.slice((page - 1) * size, page * size)
    return {
      day,
      counts,
      waiting: waiting.length,
      total: chosen.length,
      mayHold: covers(reachOf(actor.appointments, 'talks.hold'), organization.path),
      rows: rows.map(({ unitId, memberId, name, organizationName, reasons, talk }) => ({
        unitId,
        memberId,
        name,
        organizationName,
        reasons,
        talk,
      })),
    }
  },
)

/** How the reasons of one person come about: month by month, against their own past. */
export const reasons = view(contract.talks.reasons, async ({ db, now, reach }, key) => {
  const found = await findMember(db, reach, key)
  if (!found || found.member.leftOn) throw missing('members.unknown')
  const day = dayOf(now)
  const { path, organizationName } = found
  const [person] = await watchedAt(db, { path, memberId: key.memberId, now, day })
  const talks = await findTalksOf(db, key.unitId, key.memberId)
  const who = { ...key, name: found.member.name, organizationName }
  const rows = talks.map((talk) => rowOf({ talk, name: who.name, organizationName }, day))
  if (!person)
    return { ...who, day, reasons: [], months: [], absences: [], thresholds: [], talks: rows }

  const { rules } = person
  const span = spanOf(day, rules['alert.recent.months'].value, rules['alert.earlier.months'].value)
  const since = addMonths(day, -rules['alert.absences.months'].value)
  return {
    ...who,
    day,
    reasons: person.reasons,
    months: monthsBetween(span.from, span.until).map((month) => {
      const own = person.months.find((one) => one.month === month)
      const { due = 0, present = 0, minutes = 0 } = own ?? {}
      return { month, due, present, minutes, isRecent: month >= span.recentFrom }
    }),
    absences: person.absences
      .filter((one) => one.day >= since)
      .map(({ title, ...one }) => ({ day: one.day, title })),
    thresholds: alertKeys.map((one) => ({
      name: ruleName(one),
      value: sayValue(one, rules[one].value),
      clause: rules[one].clause,
    })),
    talks: rows,
  }
})
