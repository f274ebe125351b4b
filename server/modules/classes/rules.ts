import type { Reason } from '@zhixing/contract'

export type Lesson = {
  readonly enrolFrom: Date
  readonly enrolUntil: Date
  readonly seats: number
}

/** Why a seat may not be taken now, or nothing if it may. */
export function refuseSeat(lesson: Lesson, taken: number, now: Date): Reason | undefined {
  if (now < lesson.enrolFrom || now >= lesson.enrolUntil) return 'classes.notOpen'
  if (taken >= lesson.seats) return 'classes.full'
  return undefined
}
