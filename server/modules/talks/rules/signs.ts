import type { talkSigns } from '@zhixing/contract/talk-words.ts'
import { hoursText } from '../../../kernel/words.ts'

export type Sign = keyof typeof talkSigns
export type Reason = { readonly sign: Sign; readonly sentence: string; readonly clause: string }

type Ruled = { readonly value: number; readonly clause: string }

/** The parameters that say when a change is worth a talk. */
export const alertKeys = [
  'alert.absences.times',
  'alert.absences.months',
  'alert.recent.months',
  'alert.earlier.months',
  'alert.attendance.fall',
  'alert.study.fall',
  'talk.again.days',
] as const
export type AlertRules = { readonly [K in (typeof alertKeys)[number]]: Ruled }

/** What is known of somebody's last months, and of their own months before. */
export type Facts = {
  readonly absences: number
  readonly recent: Part
  readonly earlier: Part
  /** What the requirement of the year says, where it says that the year cannot be made up as planned. */
  readonly behind: Pace | undefined
}

/** How far the year is, where it cannot be made up by what is planned. */
type Pace = {
  readonly dueNowMinutes: number
  readonly dueYearMinutes: number
  readonly doneMinutes: number
  readonly clause: string
}

/** Whole months: those of a person who came lately are fewer. */
export type Part = {
  readonly months: number
  readonly due: number
  readonly present: number
  readonly minutes: number
}

/** Fewer meetings than this, and a share says nothing. */
const meetingsMin = 2
/** Who studied less than an hour a month has little to fall from. */
const monthlyMinutesMin = 60
/** Behind the pace by at least a quarter of what the year asks: only then a talk, before that a reminder. */
const farShare = 1 / 4

/** Why somebody should be talked with, each reason in words with its figures; none, and nobody need ask. */
export function reasonsOf(facts: Facts, rules: AlertRules): Reason[] {
  return [
    farBehind(facts),
    absences(facts, rules),
    attendance(facts, rules),
    study(facts, rules),
  ].flatMap((reason) => reason ?? [])
}

function farBehind({ behind }: Facts): Reason | undefined {
  if (!behind) return undefined
  const { dueNowMinutes, dueYearMinutes, doneMinutes, clause } = behind
  if (dueNowMinutes - doneMinutes < dueYearMinutes * farShare) return undefined
  return {
    sign: 'farBehind',
    sentence: `按进度应学 ${hoursText(dueNowMinutes)} 学时，只学了 ${hoursText(doneMinutes)} 学时，已安排的活动全部参加也达不到全年 ${hoursText(dueYearMinutes)} 学时`,
    clause,
  }
}

function absences({ absences: times }: Facts, rules: AlertRules): Reason | undefined {
  const { value, clause } = rules['alert.absences.times']
  const months = rules['alert.absences.months'].value
  return times < value
    ? undefined
    : {
        sign: 'absences',
        sentence: `近 ${months} 个月无故缺席 ${times} 次（达到 ${value} 次）`,
        clause,
      }
}

function attendance({ recent, earlier }: Facts, rules: AlertRules): Reason | undefined {
  if (recent.due < meetingsMin || earlier.due < meetingsMin) return undefined
  const { value, clause } = rules['alert.attendance.fall']
  const [now, before] = [share(recent), share(earlier)]
  return before - now < value
    ? undefined
    : {
        sign: 'attendanceFall',
        sentence: `近 ${recent.months} 个月到会率 ${now}%（${recent.present}/${recent.due}），此前 ${earlier.months} 个月为 ${before}%（${earlier.present}/${earlier.due}）`,
        clause,
      }
}

function study({ recent, earlier }: Facts, rules: AlertRules): Reason | undefined {
  if (recent.months === 0 || earlier.months === 0) return undefined
  const { value, clause } = rules['alert.study.fall']
  const [now, before] = [recent.minutes / recent.months, earlier.minutes / earlier.months]
  if (before < monthlyMinutesMin || now > before * (1 - value / 100)) return undefined
  const fall = Math.round((1 - now / before) * 100)
  return {
    sign: 'studyFall',
    sentence: `近 ${recent.months} 个月月均学习 ${hoursText(now)} 学时，此前 ${earlier.months} 个月月均 ${hoursText(before)} 学时，下降 ${fall}%`,
    clause,
  }
}

function share({ present, due }: Part): number {
  return Math.round((present / due) * 100)
}
