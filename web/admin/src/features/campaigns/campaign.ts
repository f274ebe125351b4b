import type { EntryOf, Output } from '@zhixing/contract'

export type Campaign = Output<EntryOf<'campaigns.show'>>

export function share(done: number, of: number): string {
  return `${String(done)}/${String(of)}`
}

type Session = { counts: boolean; isLate: boolean; why: string }

/** Whether an activity counts, in words. */
export function countedText({ counts, isLate, why }: Session): string {
  if (!counts) return `不计入：${why}`
  return isLate ? '计入，补开' : '计入'
}
