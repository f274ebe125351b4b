import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeBrought } from './brought.ts'

type Word = { mark: 'present' | 'excused' | 'absent' | null; isRemote: boolean; at: Date }
type State = {
  row: { mark: 'present' | 'excused' | 'absent'; way: string; at: Date } | undefined
  lastWord: Date | undefined
}

const nothing: State = { row: undefined, lastWord: undefined }

/** What the act keeps of one word. */
function heard(state: State, word: Word): State {
  const { outcome, isLater } = judgeBrought(word, state)
  const lastWord = isLater && (outcome === 'same' || word.mark === null) ? word.at : state.lastWord
  if (outcome !== 'kept') return { ...state, lastWord }
  const way = word.isRemote && word.mark === 'present' ? 'remote' : 'rollCall'
  const row = word.mark ? { mark: word.mark, way, at: word.at } : undefined
  return { row, lastWord }
}

const words: fc.Arbitrary<Word[]> = fc
  .uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 8 })
  .chain((times) =>
    fc.tuple(
      ...times.map((at) =>
        fc.record({
          mark: fc.constantFrom('present', 'excused', 'absent', null),
          isRemote: fc.boolean(),
          at: fc.constant(new Date(at)),
        }),
      ),
    ),
  )

test('from however many phones, in whatever order and however often words come in, the last one said stands', () => {
  const arrival = words.chain((all) =>
    fc.tuple(
      fc.constant(all),
      fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }),
    ),
  )
  fc.assert(
    fc.property(arrival, ([all, came]) => {
      const [last] = all.toSorted((one, other) => other.at.getTime() - one.at.getTime())
      const { row } = came.reduce(heard, nothing)
      expect(row?.mark ?? null).toBe(last?.mark ?? null)
      const isRemote = last?.mark === 'present' && last.isRemote
      expect(row?.way === 'remote').toBe(isRemote)
    }),
  )
})
