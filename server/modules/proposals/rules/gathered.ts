import type { NewClassPlan } from './plan.ts'
import type { Span } from './instance.ts'

/** What the platform knows on the day somebody asks: who lacks what, and what there is to close it with. */
export type Gathered = {
  readonly people: readonly Lacking[]
  readonly seats: readonly OpenClass[]
  readonly courses: readonly OpenCourse[]
  readonly newClasses: readonly NewClassPlan[]
  readonly visit: { readonly minutes: number; readonly perBranch: number } | null
}

export type Lacking = {
  readonly memberUnitId: string
  readonly memberId: string
  readonly name: string
  readonly organizationId: string
  readonly organizationName: string
  readonly path: string
  readonly need: number
  readonly onlineMax: number
  /** Excused by article 23 today: only a visit at home may be proposed, and nobody insists. */
  readonly isExcused: boolean
}

export type OpenClass = {
  readonly unitId: string
  readonly classId: string
  readonly title: string
  readonly when: string
  readonly minutes: number
  readonly spans: readonly Span[]
  readonly fen: number
  /** For an organization and all below it; the nearest above somebody is theirs. */
  readonly quotas: readonly { readonly path: string; readonly free: number }[]
  /** Who is in it or in its line. */
  readonly taken: ReadonlySet<string>
}

export type OpenCourse = {
  readonly courseId: string
  readonly title: string
  readonly minutes: number
  /** For everybody, or for those below its owner. */
  readonly isForAll: boolean
  readonly path: string
  readonly done: ReadonlySet<string>
}
