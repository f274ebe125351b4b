import { addMonths } from '../../../kernel/calendar.ts'
import type { Day } from '../../../kernel/calendar.ts'
import type { courseStates } from '@zhixing/contract/course-words.ts'

export type State = keyof typeof courseStates

/** Where a course may be learnt: where it was made and below, or everywhere in its tree. */
export function isFor(
  { scope, path: owner }: { readonly scope: 'own' | 'all'; readonly path: string },
  path: string,
): boolean {
  const root = `/${owner.split('/')[1]}/`
  return path.startsWith(scope === 'all' ? root : owner)
}

const readingPerMinute = 400
const secondsMin = 30

/** How long an article takes to read: Chinese text at an unhurried pace. */
export function readingSeconds(text: string): number {
  const characters = text.replace(/\s/g, '').length
  return Math.max(secondsMin, Math.ceil((characters * 60) / readingPerMinute))
}

/** Nobody is credited with more than there is to learn. */
export function refuseCredit(
  creditMinutes: number,
  seconds: readonly number[],
): { readonly creditMinutes: number; readonly lengthMinutes: number } | undefined {
  const lengthMinutes = Math.ceil(seconds.reduce((sum, one) => sum + one, 0) / 60)
  return creditMinutes > lengthMinutes ? { creditMinutes, lengthMinutes } : undefined
}

/** It may change while nobody reviews it or learns from it. */
const editable: ReadonlySet<State> = new Set(['draft', 'producing', 'returned', 'withdrawn'])

export function isEditable(state: State): boolean {
  return editable.has(state)
}

const liveEarlyMs = 15 * 60_000

/** When somebody may enter a live session. */
export function isLiveOpen(startsAt: Date, seconds: number, now: Date): boolean {
  const from = startsAt.getTime() - liveEarlyMs
  return from <= now.getTime() && now.getTime() <= startsAt.getTime() + seconds * 1000
}

const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** When a live session begins, as people say it. */
export function startWords(startsAt: Date): string {
  return clock.format(startsAt)
}

type Decided = { readonly state: string; readonly next: string | null }

/** Where a course stands after a step: until it is filmed, a film is still being made. */
export function stateAfter({ state, next }: Decided): State {
  if (state === 'done') return 'published'
  if (state === 'ended') return 'returned'
  return next === 'topic' || next === 'script' || next === 'shoot' ? 'producing' : 'inReview'
}

type Document = { readonly title: string; readonly issuedOn: Day }
type Policy = {
  readonly checkedOn: Day | null
  readonly today: Day
  /** After so many months somebody has to look again. */
  readonly months: number
}

/** Whether what a course says of policy still holds: no document came after it, and it was looked at of late. */
export function freshnessOf({ checkedOn, today, months }: Policy, documents: readonly Document[]) {
  const newer = documents.filter(({ issuedOn }) => checkedOn === null || issuedOn > checkedOn)
  if (newer.length > 0) return { state: 'newer' as const, checkedOn, newer }
  const isOld = checkedOn === null || addMonths(checkedOn, months) < today
  return { state: isOld ? ('old' as const) : ('fresh' as const), checkedOn, newer }
}
