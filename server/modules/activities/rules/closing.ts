import { isChosen, lackingParts } from './kind.ts'
import type { AgendaItem, Kind } from './kind.ts'
import { minutesOf } from './plan.ts'
import type { Quorum } from './quorum.ts'
import { refused } from './refused.ts'
import type { Refused } from './refused.ts'
import { remoteLacks } from './remote.ts'
import { countsOf } from './roll.ts'
import type { RollEntry } from './roll.ts'
import { momentWords } from './words.ts'

export const charactersMin = 10
const namesShown = 3

type Written = {
  readonly agenda: readonly AgendaItem[]
  readonly minutes: string
  readonly resolution: string
}

/** Everything that still stands between a record and its closing, in the order in which it is dealt with. */
export function lacksOf(
  kind: Kind,
  { agenda, minutes, resolution }: Written,
  {
    roll,
    quorum,
    hasBegun,
  }: { roll: readonly RollEntry[]; quorum: Quorum | undefined; hasBegun: boolean },
): Refused[] {
  const { unmarked, cameAll } = countsOf(roll)
  const done = agenda.filter(({ isDone }) => isDone)
  const lacking = lackingParts(kind, done)
  const lacksChosen = kind.needsChosen && !done.some((item) => isChosen(kind, item))
  const isDecided = resolution.trim() !== ''
  return [
    ...(hasBegun ? [] : [refused('activities.notStarted')]),
    ...(unmarked.length > 0 ? [refuseUnmarked(unmarked)] : []),
    ...(unmarked.length === 0 && cameAll.length === 0 ? [refused('activities.nobodyCame')] : []),
    ...remoteLacks(kind, roll),
    ...(lacking.length > 0
      ? [refused('activities.requiredUndone', { 事项: lacking.join('、') })]
      : []),
    ...(lacksChosen ? [refused('activities.chosenUndone')] : []),
    ...(kind.needsMinutes && minutes.trim().length < charactersMin
      ? [refused('activities.minutesMissing', { 字数: charactersMin })]
      : []),
    ...(isDecided && quorum && !quorum.isMet && unmarked.length === 0
      ? [refuseQuorum(quorum)]
      : []),
  ]
}

/** Until when it lasted: as planned, or what whoever closes it says. */
export function endOf(
  planned: { readonly startsAt: Date; readonly endsAt: Date },
  said: Date | undefined,
  now: Date,
): Date | Refused {
  if (!said)
    return now < planned.endsAt
      ? refused('activities.endMissing', { 时间: momentWords(planned.endsAt) })
      : planned.endsAt
  return said <= planned.startsAt || said > now
    ? refused('activities.endWrong', { 开始: momentWords(planned.startsAt) })
    : said
}

function refuseUnmarked(unmarked: readonly RollEntry[]): Refused {
  const names = unmarked.slice(0, namesShown).map(({ name }) => name)
  const more = unmarked.length > namesShown ? '等' : ''
  return refused('activities.unmarked', {
    人数: unmarked.length,
    姓名: `${names.join('、')}${more}`,
  })
}

function refuseQuorum({ entitled, present, needed }: Quorum): Refused {
  return refused('activities.quorum', { 应到: entitled, 实到: present, 需要: needed })
}

/** What the hours are computed from: what was done, or, before anything is, what is planned. */
export function creditedAgenda(agenda: readonly AgendaItem[]): readonly AgendaItem[] {
  const done = agenda.filter(({ isDone }) => isDone)
  return minutesOf(done) > 0 ? done : agenda
}

export type Stage = 'plan' | 'call' | 'roll' | 'minutes' | 'closed'

/** Where the record is: called or begun, it is at the roll; a notice is a step that can be left out. */
export function stageOf(facts: {
  readonly isClosed: boolean
  readonly isRollEnded: boolean
  readonly isCalled: boolean
  readonly hasBegun: boolean
  readonly hasMarks: boolean
}): Stage {
  if (facts.isClosed) return 'closed'
  if (facts.isRollEnded) return 'minutes'
  return facts.isCalled || facts.hasBegun || facts.hasMarks ? 'roll' : 'plan'
}
