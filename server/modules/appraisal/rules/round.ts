import { yearOf } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { Role } from './grade.ts'

export type Stage = 'rating' | 'voting' | 'concluding' | 'closed'

/** How far a round is. A ballot that became void is held again. */
export function stageOf(facts: {
  readonly closedOn: Day | null
  readonly votedOn: Day | null
  readonly ballot: 'open' | 'closed' | 'void' | undefined
}): Stage {
  if (facts.closedOn) return 'closed'
  if (!facts.votedOn) return 'rating'
  return facts.ballot === 'closed' ? 'concluding' : 'voting'
}

/** This year's, or in January still the one of the year before. */
export function isYearOpen(year: number, day: Day): boolean {
  const own = yearOf(day)
  return year === own || (year === own - 1 && day.slice(5, 7) === '01')
}

export type Standing = {
  readonly memberId: string
  readonly name: string
  readonly role: Role
  readonly groupId: string | null
  readonly hasSelf: boolean
  readonly isConcluded: boolean
}

/** Whom somebody rates: everybody else who takes part, or those of the own group. */
export function rateesOf<P extends Pick<Standing, 'memberId' | 'role' | 'groupId'>>(
  rater: Pick<Standing, 'memberId' | 'role' | 'groupId'>,
  people: readonly P[],
  byGroup: boolean,
): P[] {
  if (rater.role === 'excused') return []
  return people.filter(
    ({ memberId, role, groupId }) =>
      memberId !== rater.memberId && role !== 'excused' && (!byGroup || groupId === rater.groupId),
  )
}

const namesShown = 5

function listed(names: readonly string[]): string {
  return `${names.slice(0, namesShown).join('、')}${names.length > namesShown ? `等 ${names.length} 人` : ''}`
}

/** What still stands before the ballot: self-rating, then mutual rating, then the vote. */
export function lacksBeforeVote(
  people: readonly Standing[],
  { opinions, hasMeeting }: { opinions: ReadonlyMap<string, number>; hasMeeting: boolean },
): string[] {
  const taking = people.filter(({ role }) => role !== 'excused')
  const silent = taking.filter(({ hasSelf }) => !hasSelf).map(({ name }) => name)
  const unrated = taking
    .filter(({ memberId }) => (opinions.get(memberId) ?? 0) === 0)
    .map(({ name }) => name)
  return [
    ...(hasMeeting ? [] : ['没有写明在哪次会议上评议']),
    ...(silent.length > 0 ? [`${listed(silent)}没有自评`] : []),
    ...(unrated.length > 0 && taking.length > 1 ? [`${listed(unrated)}没有收到互评意见`] : []),
  ]
}

/** What still stands before the round can be settled. */
export function lacksBeforeClose(
  people: readonly Standing[],
  { isCounted, isMeetingClosed }: { isCounted: boolean; isMeetingClosed: boolean },
): string[] {
  const open = people
    .filter(({ role, isConcluded }) => role !== 'excused' && !isConcluded)
    .map(({ name }) => name)
  return [
    ...(isCounted ? [] : ['民主测评还没有计票']),
    ...(isMeetingClosed ? [] : ['会议记录还没有关闭']),
    ...(open.length > 0 ? [`${listed(open)}没有支部意见`] : []),
  ]
}

/** What is left undone past its day. */
export function isOverdue(
  { state, dueOn }: { state: 'open' | 'reported' | 'settled'; dueOn: Day },
  day: Day,
): boolean {
  return state === 'open' && dueOn < day
}
