import type { Progress } from './buffer.ts'

/** What comes from the other side of the frame. It may be the content itself that speaks: nothing is taken on trust. */
type Heard =
  | { readonly kind: 'ready' | 'shown' }
  | ({ readonly kind: 'state'; readonly isEnd: boolean } & Pick<
      Progress,
      'memory' | 'state' | 'score'
    >)

const states = new Set(['incomplete', 'completed', 'passed', 'failed'])
const memoryMost = 380_000

export function heard(data: unknown): Heard | undefined {
  const { zhixing, memory, state, score, ended } = Object(data) as Record<string, unknown>
  if (zhixing === 'ready' || zhixing === 'shown') return { kind: zhixing }
  if (zhixing !== 'state' || typeof memory !== 'string' || memory.length > memoryMost)
    return undefined
  if (typeof state !== 'string' || !states.has(state)) return undefined
  const isScore = typeof score === 'number' && score >= 0 && score <= 100
  return {
    kind: 'state',
    memory,
    state: state as Progress['state'],
    score: isScore ? score : null,
    isEnd: ended === true,
  }
}
