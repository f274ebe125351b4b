import { marks, markWays } from '@zhixing/contract/words.ts'
import type { ShapeName } from '@zhixing/kit/ui/Shape.tsx'
import type { Entry, Mark } from '../state.ts'

export type Shown = Mark | 'unmarked' | 'exempt'

export function shownOf({ mark, standing }: Entry): Shown {
  if (standing === 'exempt' && mark !== 'present') return 'exempt'
  return mark ?? 'unmarked'
}

export const markShapes: Record<Shown, ShapeName> = {
  unmarked: 'ring',
  present: 'check',
  excused: 'slip',
  absent: 'cross',
  exempt: 'dashed',
}

/** 到会, or how, where it was not simply being there. */
export function markWord(entry: Entry): string {
  const shown = shownOf(entry)
  if (shown === 'unmarked') return '未点'
  if (shown === 'exempt') return '免到会'
  const { way } = entry
  if (way === 'remote') return '线上'
  return way === 'proxy' || way === 'makeUp' ? markWays[way] : marks[shown]
}
