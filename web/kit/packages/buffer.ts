import type { Draft, EntryOf } from '@zhixing/contract'

export type Unsent = Draft<EntryOf<'packages.commit'>>
export type Progress = Pick<Unsent, 'memory' | 'state' | 'score' | 'seconds'>
type Lesson = { readonly unitId: string; readonly packageId: string; readonly lesson: string }

const prefixOf = ({ packageId, lesson }: Lesson) => `package ${packageId} ${lesson} `

/* What was not sent before the page was gone. A phone may serve several people: each attempt has its own line. */

export function keep(lesson: Lesson, unsent: Unsent): void {
  try {
    localStorage.setItem(`${prefixOf(lesson)}${unsent.attemptId}`, JSON.stringify(unsent))
  } catch {
    // Full, or forbidden: then the server alone remembers.
  }
}

export function forget(lesson: Lesson, attemptId: string): void {
  localStorage.removeItem(`${prefixOf(lesson)}${attemptId}`)
}

export function keptOf(lesson: Lesson): readonly Unsent[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(prefixOf(lesson)))
    .map((key) => JSON.parse(localStorage.getItem(key) ?? '{}') as Unsent)
}
