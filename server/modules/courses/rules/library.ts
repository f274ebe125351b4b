import type { courseStates } from '@zhixing/contract/course-words.ts'

export type State = keyof typeof courseStates

/** Where a course may be learnt: where it was made and below, or everywhere. */
export function isFor(
  { scope, path: owner }: { readonly scope: 'own' | 'all'; readonly path: string },
  path: string,
): boolean {
  return scope === 'all' || path.startsWith(owner)
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
const editable: ReadonlySet<State> = new Set(['draft', 'returned', 'withdrawn'])

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
