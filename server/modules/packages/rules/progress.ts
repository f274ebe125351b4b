import type { lessonStates } from '@zhixing/contract/package-words.ts'

export type LessonState = keyof typeof lessonStates

/** What is reached stays reached: who looks into a lesson again has not unlearned it. */
const worth: Readonly<Record<LessonState, number>> = {
  unstarted: 0,
  incomplete: 1,
  failed: 2,
  completed: 3,
  passed: 4,
}

export function reached(before: LessonState, said: LessonState): LessonState {
  return worth[said] > worth[before] ? said : before
}

export function isDone(state: LessonState): boolean {
  return state === 'completed' || state === 'passed'
}

type Heard = {
  /** What the page says it was looked at in all, and had said before. */
  readonly said: number
  readonly saidBefore: number
  /** What our own clock counted in between. */
  readonly elapsed: number
}

/** A page can be late, but no second of it is longer than ours. */
export function believedSeconds({ said, saidBefore, elapsed }: Heard): number {
  return Math.max(0, Math.min(said - saidBefore, Math.floor(elapsed) + slackSeconds))
}

const slackSeconds = 2

/** The same share that a course asks of its recordings. */
export function isEnough(spent: number, asked: number, percent: number): boolean {
  return spent * 100 >= asked * percent
}
