import type { Kind } from './kind.ts'
import { refused } from './refused.ts'
import type { Refused } from './refused.ts'
import type { RollEntry } from './roll.ts'

const namesShown = 3

/** Who came by video and of whom nobody has written down how that was seen: 点名应答, a screenshot, the room's camera. */
export function unprovenOf<E extends Pick<RollEntry, 'mark' | 'way' | 'note'>>(
  roll: readonly E[],
): E[] {
  return roll.filter(({ mark, way, note }) => mark === 'present' && way === 'remote' && note === '')
}

/** A meeting counts who came by video only with a word on how it was seen; a class and its video have their own clocks. */
export function remoteLacks({ due }: Pick<Kind, 'due'>, roll: readonly RollEntry[]): Refused[] {
  const unproven = due === 'listed' ? [] : unprovenOf(roll)
  if (unproven.length === 0) return []
  const names = unproven.slice(0, namesShown).map(({ name }) => name)
  const 姓名 = `${names.join('、')}${unproven.length > namesShown ? '等' : ''}`
  return [refused('activities.remoteUnproven', { 姓名, 人数: unproven.length })]
}
