import { lessons } from './lessons.ts'
import { rotation } from './rotation.ts'
import { seasonal } from './seasonal.ts'
import { thematic } from './thematic.ts'
import type { Kind } from '../rules/kind.ts'

/** Every sort of campaign, one line each. */
export const kinds: readonly Kind[] = [thematic, seasonal, rotation, lessons]

const byKey: Readonly<Record<Kind['key'], Kind>> = { thematic, seasonal, rotation, lessons }

export function kindOf(key: Kind['key']): Kind {
  return byKey[key]
}
