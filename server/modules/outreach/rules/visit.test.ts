import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { quarterAround } from './quarter.ts'
import { judgeVisit } from './visit.ts'
import type { Said } from './visit.ts'

const word = (personId: string, minutes = 60, isMet = true, relation?: string) => ({
  personId,
  isMet,
  minutes,
  witness: relation ? { relation } : null,
})
const said = (facts: Partial<Said>): Said => ({
  words: [],
  confirmations: [],
  settled: null,
  ...facts,
})
const yes = (personId: string, as: 'visitor' | 'member') => ({ personId, as, isTrue: true })

test.each([
  ['one visitor alone waits for a second', said({ words: [word('a')] }), 'captured', 60],
  ['two visitors attest each other', said({ words: [word('a'), word('b')] }), 'attested', 60],
  ['the shorter one counts', said({ words: [word('a', 90), word('b', 40)] }), 'attested', 40],
  [
    'a signature of the family is a second',
    said({ words: [word('a', 60, true, 'child')] }),
    'attested',
    60,
  ],
  [
    'so is the word of the member',
    said({ words: [word('a')], confirmations: [yes('m', 'member')] }),
    'attested',
    60,
  ],
  [
    'or of whoever went along',
    said({ words: [word('a')], confirmations: [yes('b', 'visitor')] }),
    'attested',
    60,
  ],
  ['knocked in vain', said({ words: [word('a', 0, false)] }), 'absent', 0],
  [
    'came again and met them',
    said({ words: [word('a', 0, false), word('a', 30)] }),
    'captured',
    30,
  ],
  ['met or not', said({ words: [word('a'), word('b', 0, false)] }), 'disputed', 0],
  [
    'denied',
    said({
      words: [word('a'), word('b')],
      confirmations: [{ personId: 'm', as: 'member', isTrue: false }],
    }),
    'disputed',
    0,
  ],
  [
    'settled',
    said({
      words: [word('a'), word('b', 0, false)],
      settled: { isMet: true, minutes: 45, by: '书记' },
    }),
    'attested',
    45,
  ],
] as const)('%s', (_, what, state, minutes) => {
  expect(judgeVisit(what, 1)).toMatchObject({ state, minutes })
})

test('a stricter place asks for two, and the same person counts once', () => {
  const own = word('a', 60, true, 'self')
  const confirmations = [yes('m', 'member')]
  expect(judgeVisit(said({ words: [own], confirmations }), 2)).toMatchObject({
    state: 'captured',
    attested: 1,
  })
  const family = word('b', 60, true, 'spouse')
  expect(judgeVisit(said({ words: [own, family], confirmations }), 2).attested).toBe(3)
})

test('the judgement does not depend on which phone was faster', () => {
  const anyWord = fc.record({
    personId: fc.constantFrom('a', 'b', 'c'),
    isMet: fc.boolean(),
    minutes: fc.integer({ min: 1, max: 200 }),
    witness: fc.option(fc.record({ relation: fc.constantFrom('self', 'child') })),
  })
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5]), fc.array(anyWord), (order, words) => {
      const shuffled = words.toSorted(
        (one, other) => order.indexOf(words.indexOf(one)) - order.indexOf(words.indexOf(other)),
      )
      expect(judgeVisit(said({ words: shuffled }), 1)).toEqual(judgeVisit(said({ words }), 1))
    }),
  )
})

test.each([
  ['2026-06-01', '2026-04-01', '2026-06-30'],
  ['2026-12-31', '2026-10-01', '2026-12-31'],
])('the quarter around %s', (day, from, until) => {
  expect(quarterAround(day)).toEqual({ from, until })
})
