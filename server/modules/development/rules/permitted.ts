import type { ActivityKind } from '@zhixing/contract'
import type { Stage } from './way.ts'

const lessons = ['lecture'] as const
const besides = [...lessons, 'themeDay'] as const
const probation = [...besides, 'memberMeeting', 'groupMeeting'] as const

/** To what of the branch's life each stage is admitted; nobody before full membership has a vote there. */
const permitted: Readonly<Record<Stage, readonly string[]>> = {
  applicant: lessons,
  activist: besides,
  target: [...besides, 'memberMeeting'],
  probationary: probation,
  full: [],
  ended: [],
}

export function mayCome(stage: Stage, kind: string): boolean {
  return permitted[stage].includes(kind)
}

/** Every kind to which somebody on the way may come. */
export const openKinds: readonly ActivityKind[] = probation
