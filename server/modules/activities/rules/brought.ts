import type { MarkValue } from './roll.ts'

/** What somebody said of somebody else, and when. */
type Word = { readonly mark: MarkValue | null; readonly isRemote: boolean; readonly at: Date }
type Known = {
  readonly row: { readonly mark: MarkValue; readonly way: string; readonly at: Date } | undefined
  /** When something was said that no row tells. */
  readonly lastWord: Date | undefined
}

/** Of two words about one person the later one stands, whichever comes in first; of two at one moment, the one here. */
export function judgeBrought(word: Word, { row, lastWord }: Known) {
  const saidAt = Math.max(row?.at.getTime() ?? 0, lastWord?.getTime() ?? 0)
  const isLater = word.at.getTime() > saidAt
  const isSame =
    (row?.mark ?? null) === word.mark &&
    (word.mark !== 'present' || (row?.way === 'remote') === word.isRemote)
  if (isSame) return { outcome: 'same', isLater } as const
  return { outcome: isLater ? 'kept' : 'overtaken', isLater } as const
}
