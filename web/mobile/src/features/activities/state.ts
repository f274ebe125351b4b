import type { EntryOf, Output } from '@zhixing/contract'
import { markWays, marks } from '@zhixing/contract/words.ts'
import type { ShapeName } from '@zhixing/kit/ui/Shape.tsx'

export type Invitation = Output<EntryOf<'activities.mine'>>['rows'][number]

/** What somebody is to an activity, in a word and a shape. */
export function stateOf({ isCancelled, mark, way, startsAt }: Invitation): {
  word: string
  shape: ShapeName
} {
  if (isCancelled) return { word: '已取消', shape: 'cross' }
  if (mark === 'present') return { word: presentWord(way), shape: 'check' }
  if (mark) return { word: marks[mark], shape: mark === 'excused' ? 'slip' : 'cross' }
  return Date.parse(startsAt) > Date.now()
    ? { word: '未开始', shape: 'ring' }
    : { word: '进行中', shape: 'half' }
}

function presentWord(way: Invitation['way']): string {
  return way === 'makeUp' || way === 'remote' ? markWays[way] : marks.present
}
