import type { Reason, ResourceFacts } from '@zhixing/contract'
import { weekdays } from '@zhixing/contract/resource-words.ts'
import { addDays } from '../../../kernel/calendar.ts'
import { spanText } from '../../../kernel/words.ts'
import { isOpen, overlaps, peakOf } from './span.ts'
import type { Opening, Span } from './span.ts'

type Refusal = {
  readonly reason: Reason
  readonly words: Readonly<Record<string, string | number>>
}

export type Bookable = {
  readonly name: string
  readonly retiredOn: string | null
  readonly count: number
  readonly seats: number | null
  readonly opening: readonly Opening[]
  readonly details: ResourceFacts['details']
}

export type Held = Span & {
  readonly state: string
  readonly quantity: number
  readonly forName: string
  readonly title: string
  readonly reason: string
}

export type Wanted = Span & {
  readonly now: Date
  readonly persons: number
  readonly quantity: number
}

const daysMax = 31

/** Why nobody may have this resource at that time, or nothing if somebody may; `held` is what holds it already. */
export function refuseBooking(
  resource: Bookable,
  wanted: Wanted,
  held: readonly Held[],
): Refusal | undefined {
  return (
    refuseItself(resource, wanted) ??
    refuseTime(resource, wanted) ??
    refuseTaken(resource, wanted, held)
  )
}

function refuseItself(resource: Bookable, { persons }: Wanted): Refusal | undefined {
  const { name, retiredOn, seats } = resource
  if (retiredOn) return { reason: 'resources.retired', words: { 名称: name, 日期: retiredOn } }
  if (seats !== null && persons > seats)
    return { reason: 'resources.seats', words: { 名称: name, 上限: seats, 人数: persons } }
  return undefined
}

function refuseTime(resource: Bookable, wanted: Wanted): Refusal | undefined {
  const { name, details, opening } = resource
  const { from, until, now } = wanted
  if (until <= now) return { reason: 'resources.past', words: {} }
  if (until.getTime() - from.getTime() > daysMax * 86_400_000)
    return { reason: 'resources.long', words: { 上限: daysMax } }
  const term = details.kind === 'lecturer' ? details.term : null
  if (term && !isWithinTerm(term, wanted))
    return { reason: 'resources.term', words: { 名称: name, 开始: term.from, 结束: term.until } }
  if (isOpen(opening, wanted)) return undefined
  const words = { 名称: name, 时间: spanText(wanted), 开放时间: sayOpening(opening) }
  return { reason: 'resources.closed', words }
}

/** What stands in the way: the first that holds it where only one may, and too few left where several may. */
export function refuseTaken(
  { name, count }: Pick<Bookable, 'name' | 'count'>,
  wanted: Pick<Wanted, 'from' | 'until' | 'quantity'>,
  held: readonly Held[],
): Refusal | undefined {
  const inTheWay = held.filter((one) => overlaps(one, wanted))
  const blocked = inTheWay.find(({ state }) => state === 'blocked')
  if (blocked)
    return {
      reason: 'resources.blocked',
      words: { 名称: name, 时间: spanText(blocked), 谁: blocked.reason },
    }
  const left = count - peakOf(inTheWay, wanted)
  if (wanted.quantity <= left) return undefined
  const [first] = inTheWay
  if (count === 1 && first) return takenBy(name, first)
  const words = {
    名称: name,
    时间: spanText(wanted),
    余量: Math.max(0, left),
    数量: wanted.quantity,
  }
  return { reason: 'resources.full', words }
}

function takenBy(name: string, held: Held): Refusal {
  const words = { 名称: name, 时间: spanText(held), 谁: `${held.forName}（${held.title}）` }
  return { reason: 'resources.taken', words }
}

function isWithinTerm({ from, until }: { from: string; until: string }, wanted: Span): boolean {
  const [first, end] = [from, addDays(until, 1)].map((day) => new Date(`${day}T00:00:00+08:00`))
  return first !== undefined && end !== undefined && wanted.from >= first && wanted.until <= end
}

/** "周一 09:00—17:00、周二 …" */
export function sayOpening(opening: readonly Opening[]): string {
  if (opening.length === 0) return '每天 08:00—22:00'
  return opening
    .toSorted((one, other) => one.weekday - other.weekday || one.from - other.from)
    .map(({ weekday, from, until }) => {
      return `${weekdays[weekday - 1] ?? ''} ${clock(from)}—${clock(until)}`
    })
    .join('、')
}

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
}
