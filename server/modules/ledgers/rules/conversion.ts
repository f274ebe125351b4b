/** What a study is worth. Each answer names the rule that made it. */
export const conversionKeys = [
  'hours.convert.class_day',
  'hours.convert.class_half_day',
  'hours.convert.branch_study.half_day',
  'hours.convert.practice.half_day',
  'hours.convert.study_group.session',
  'hours.convert.home_delivery.visit',
  'hours.convert.teaching.times',
  'hours.convert.unit_class.max',
  'hours.convert.article.city',
  'hours.convert.article.province',
  'hours.convert.article.national',
  'hours.convert.hour.meeting',
  'hours.convert.hour.lesson',
] as const
type Key = (typeof conversionKeys)[number]

export type Study = {
  readonly source:
    | 'meeting'
    | 'lecture'
    | 'study'
    | 'practice'
    | 'class'
    | 'studyGroup'
    | 'teaching'
    | 'online'
    | 'homeDelivery'
    | 'external'
    | 'writing'
  /** How long it took by the clock, in all; of no weight for what is written. */
  readonly clockMinutes: number
  readonly level: 'branch' | 'committee' | 'county' | 'city' | 'province' | 'nation'
  /** On how many days it took place. */
  readonly days: number
  /** One sitting, which is half a day as long as it ends before the next meal; otherwise all that a paper speaks of. */
  readonly isSession?: boolean
}

export type Worth = {
  readonly minutes: number
  readonly ruleKey: Key
  /** Whether it counts in full towards what a year demands, or up to the share for online study. */
  readonly isCentralized: boolean
  readonly isOnline: boolean
}

type Values = { readonly [K in Key]: number }
type Scale = (study: Study, values: Values) => Pick<Worth, 'minutes' | 'ruleKey'>

/** Minutes by the clock become minutes of study: a lesson of 45 may count as an hour of 60. */
function asStudy(clockMinutes: number, minutesOfAnHour: number): number {
  return Math.floor((clockMinutes * 60) / minutesOfAnHour)
}

/** By the clock, at most two half days a day. */
function byTheClock(ruleKey: Key): Scale {
  return ({ clockMinutes, days }, values) => ({
    minutes: Math.min(
      asStudy(clockMinutes, values['hours.convert.hour.meeting']),
      2 * values[ruleKey] * days,
    ),
    ruleKey,
  })
}

/** From breakfast to lunch, in minutes by the clock. */
const halfDayClock = 300

/** By lessons, at most a class day a day; a class that a branch holds for itself has a ceiling of its own. */
const byLessons: Scale = ({ clockMinutes, days, level, isSession = false }, values) => {
  const lessons = asStudy(clockMinutes, values['hours.convert.hour.lesson'])
  const halfDay = values['hours.convert.class_half_day']
  if (isSession && clockMinutes <= halfDayClock)
    return lessons < halfDay
      ? { minutes: lessons, ruleKey: 'hours.convert.hour.lesson' }
      : { minutes: halfDay, ruleKey: 'hours.convert.class_half_day' }
  const minutes = Math.min(lessons, values['hours.convert.class_day'] * days)
  const ceiling = values['hours.convert.unit_class.max']
  return level === 'branch' && minutes > ceiling
    ? { minutes: ceiling, ruleKey: 'hours.convert.unit_class.max' }
    : { minutes, ruleKey: 'hours.convert.class_day' }
}

const byTeaching: Scale = ({ clockMinutes }, values) => ({
  minutes:
    asStudy(clockMinutes, values['hours.convert.hour.lesson']) *
    values['hours.convert.teaching.times'],
  ruleKey: 'hours.convert.teaching.times',
})

const byArticle: Scale = ({ level }, values) => {
  if (level === 'nation') return worthOfOne('hours.convert.article.national', values)
  if (level === 'province') return worthOfOne('hours.convert.article.province', values)
  const city = worthOfOne('hours.convert.article.city', values)
  return level === 'city' ? city : { ...city, minutes: 0 }
}

function worthOfOne(ruleKey: Key, values: Values) {
  return { minutes: values[ruleKey], ruleKey }
}

const byVisit: Scale = ({ clockMinutes, days }, values) => ({
  minutes: Math.min(clockMinutes, values['hours.convert.home_delivery.visit'] * days),
  ruleKey: 'hours.convert.home_delivery.visit',
})

const byCredit: Scale = ({ clockMinutes }, values) => ({
  minutes: asStudy(clockMinutes, values['hours.convert.hour.meeting']),
  ruleKey: 'hours.convert.hour.meeting',
})

/** A sitting of a study group is worth the same however long it takes; nothing where it took no time. */
const bySitting: Scale = ({ clockMinutes, days }, values) => ({
  minutes: clockMinutes > 0 ? values['hours.convert.study_group.session'] * days : 0,
  ruleKey: 'hours.convert.study_group.session',
})

const scales: Readonly<Record<Study['source'], Scale>> = {
  meeting: byTheClock('hours.convert.branch_study.half_day'),
  study: byTheClock('hours.convert.branch_study.half_day'),
  lecture: byTheClock('hours.convert.class_half_day'),
  practice: byTheClock('hours.convert.practice.half_day'),
  external: byTheClock('hours.convert.class_half_day'),
  class: byLessons,
  studyGroup: bySitting,
  teaching: byTeaching,
  online: byCredit,
  homeDelivery: byVisit,
  writing: byArticle,
}

/** Study that was neither organised nor online counts only where a local rule converts it. */
export function worthOf(study: Study, values: Values): Worth {
  const isOnline = study.source === 'online'
  return { ...scales[study.source](study, values), isOnline, isCentralized: !isOnline }
}
