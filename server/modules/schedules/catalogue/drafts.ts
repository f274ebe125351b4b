import { dayOf, isWeekend, monthOf } from '../../../kernel/calendar.ts'
import { agendaFor, titleOf, usualStartAfter, withTopic } from '../../activities/index.ts'
import type { RuleAnswers, RulePoint } from '../../rules/index.ts'
import type { Line } from '../rules/arrange.ts'
import { afterNotice, apart, fixedDay, usualDay, usualMonth } from '../rules/lines.ts'
import { clockOf, placeKey } from '../rules/slots.ts'
import type { Officer, OpenTopic, habitsOf, turnsOf } from './branches.ts'
import type { Owed } from './owed.ts'

export type Habits = {
  readonly officers: ReadonlyMap<string, readonly Officer[]>
  readonly latest: Awaited<ReturnType<typeof habitsOf>>
  readonly turns: Awaited<ReturnType<typeof turnsOf>>
  readonly topics: readonly OpenTopic[]
  readonly topicsTaken: ReadonlySet<string>
  readonly rulesFor: (
    point: RulePoint,
  ) => RuleAnswers<'meeting.themeday.day' | 'meeting.notice.days'>
  readonly now: Date
}

export type Draft = Line & {
  readonly owed: Owed
  readonly agenda: ReturnType<typeof agendaFor>
  readonly topics: readonly OpenTopic[]
  readonly lecturer: { readonly memberId: string | null; readonly name: string } | undefined
  readonly hostName: string
}

const clocks = ['09:00', '14:30', '19:30']

/** Each thing that is owed with its agenda, its people, its room and the day on which it would best be. */
export function draftOf(owed: readonly Owed[], habits: Habits): Draft[] {
  const given = new Set(habits.topicsTaken)
  return owed
    .toSorted((one, other) => (one.period.until < other.period.until ? -1 : 1))
    .map((one) => {
      const topics = topicsFor(one, habits.topics, given)
      for (const { id } of topics) given.add(`${one.organizationId}:${id}`)
      const today = dayOf(habits.now)
      const rules = habits.rulesFor({ path: one.branch.path, day: today })
      const noticeDays = rules['meeting.notice.days'].value
      const told = { ...one, earliest: afterNotice(one, { today, noticeDays }) }
      return { ...draft(told, topics, habits), opens: one.earliest }
    })
}

/** What is asked of the branch and stands on no agenda yet: with its day, or at the first theme day in time. */
function topicsFor(
  { branch, kind, period, earliest }: Owed,
  topics: readonly OpenTopic[],
  given: ReadonlySet<string>,
) {
  return topics.filter(({ id, paths, hold, dueOn }) => {
    if (given.has(`${branch.id}:${id}`)) return false
    if (!paths.some((prefix) => branch.path.startsWith(prefix))) return false
    if (hold) return hold.kind === kind.key && period.from <= hold.on && hold.on <= period.until
    return kind.key === 'themeDay' && earliest <= dueOn
  })
}

/** Whoever speaks is named on the form before the lesson. */
const nobody = { memberId: null, name: '支部书记' }

function draft(owed: Owed, topics: readonly OpenTopic[], habits: Habits): Omit<Draft, 'opens'> {
  const { branch, kind, groupId, earliest } = owed
  const own = habits.latest.filter(({ organizationId }) => organizationId === branch.id)
  const last = own.find((one) => one.kind === kind.key && one.groupId === groupId)
  const anyPlace = [last, ...own].find((one) => one && one.place !== '')?.place
  const officers = habits.officers.get(branch.id) ?? []
  const secretary = officers.find(({ isSecretary }) => isSecretary)
  const turn = habits.turns.find(
    ({ organizationId, month }) =>
      organizationId === branch.id && month >= monthOf(earliest) && month <= monthOf(owed.latest),
  )
  const speaker = turn ?? secretary ?? nobody
  const lecturer = kind.hasLecturer ? speaker : undefined
  const agenda = topics.reduce(
    (items, topic) => withTopic(kind, items, topic),
    agendaFor(kind, undefined),
  )
  const wish = preferredFor(owed, {
    topics,
    habits,
    last: last?.startsAt,
    turnMonth: kind.hasLecturer ? turn?.month : undefined,
  })
  const latest = topics.reduce(
    (day, { hold, dueOn }) => (!hold && dueOn >= earliest && dueOn < day ? dueOn : day),
    owed.latest,
  )
  const placeName = anyPlace ?? `${branch.name}党员活动室`
  return {
    owed,
    agenda,
    topics,
    lecturer,
    hostName: secretary?.name ?? '',
    key: owed.key,
    kind: kind.key,
    title: titleOf(kind, monthOf(wish.day)),
    unitId: branch.unitId,
    organizationId: branch.id,
    personIds: [
      ...officers.map(({ memberId }) => memberId),
      ...(lecturer?.memberId ? [lecturer.memberId] : []),
    ],
    placeName,
    place: placeKey(branch.unitId, placeName),
    minutes: agenda.reduce((sum, { minutes }) => sum + minutes, 0),
    earliest,
    latest,
    preferred: wish.day,
    because: wish.because,
    isFixed: wish.isFixed,
    clocks: [...new Set([...(last ? [clockOf(last.startsAt)] : []), ...clocks])],
    mayWeekend: last !== undefined && isWeekend(dayOf(last.startsAt)),
    isCommittee: kind.due === 'committee',
    isMemberMeeting: kind.key === 'memberMeeting',
  }
}

type Wish = {
  readonly topics: readonly OpenTopic[]
  readonly habits: Habits
  readonly last: Date | undefined
  readonly turnMonth: string | undefined
}

/** Said from above, fixed by rule, as last time, or as people usually do; the first of these that speaks. */
function preferredFor(owed: Owed, { topics, habits, last, turnMonth }: Wish) {
  const { branch, kind, period, earliest, latest, isMakeUp, at } = owed
  const dated = topics.find(({ hold }) => hold !== null)
  if (dated?.hold)
    return { day: dated.hold.on, because: `${dated.from}统一安排在这天`, isFixed: true }

  const month = turnMonth ?? usualMonth(period, { earliest, latest })
  const bounded = (day: string) => {
    const notBefore = day < earliest ? earliest : day
    return notBefore < latest ? notBefore : latest
  }
  if (isMakeUp) return { day: earliest, because: `补开${period.label}`, isFixed: false }
  const rules = habits.rulesFor({ path: branch.path, day: earliest })
  const date = rules['meeting.themeday.day'].value
  if (kind.key === 'themeDay' && date !== null && at === 0)
    return { day: bounded(fixedDay(month, date)), because: `固定党日每月${date}日`, isFixed: true }
  const turn = turnMonth ? '按党课轮值' : ''
  if (last) {
    const usual = dayOf(usualStartAfter(last, habits.now, month))
    const inMonth = monthOf(usual) === month ? usual : usualDay(kind.key, month)
    return {
      day: bounded(apart(inMonth, at, latest)),
      because: turn || '照上次的日子',
      isFixed: false,
    }
  }
  const usual = usualDay(kind.key, month)
  return {
    day: bounded(apart(usual, at, latest)),
    because: turn || '还没有惯例，取常用的日子',
    isFixed: false,
  }
}
