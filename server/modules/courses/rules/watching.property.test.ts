import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { lengthOf, union } from './spans.ts'
import type { Span } from './spans.ts'
import { credit, slackMs } from './watching.ts'
import type { Beat } from './watching.ts'

const lengthMs = 600_000
const openedAt = 1_000_000_000

const anyBeat: fc.Arbitrary<Beat> = fc.record({
  atMs: fc.integer({ min: 0, max: 2_000_000 }),
  forMs: fc.integer({ min: 0, max: 600_000 }),
  fromMs: fc.integer({ min: 0, max: lengthMs * 2 }),
  toMs: fc.integer({ min: 0, max: lengthMs * 2 }),
})
/** What reaches the server: to which of three recordings, when, and which beats. */
const anyCall = fc.record({
  item: fc.nat(2),
  afterMs: fc.integer({ min: 0, max: 60_000 }),
  beats: fc.array(anyBeat, { maxLength: 6 }),
})

test('whatever is sent, by however many windows, earns no more than the time that has passed', () => {
  fc.assert(
    fc.property(fc.array(anyCall, { maxLength: 12 }), (calls) => {
      let [now, spent]: [number, readonly Span[]] = [openedAt, []]
      const items = new Map<number, readonly Span[]>()
      for (const { item, afterMs, beats } of calls) {
        now += afterMs
        const known = { spans: items.get(item) ?? [], spent }
        const next = credit(known, { openedAt, now, lengthMs }, beats)
        items.set(item, next.spans)
        spent = next.spent
        for (const [from, until] of next.spans) {
          expect(from).toBeGreaterThanOrEqual(0)
          expect(until).toBeLessThanOrEqual(lengthMs)
        }
      }
      const earned = [...items.values()].reduce((sum, spans) => sum + lengthOf(spans), 0)
      expect(earned).toBeLessThanOrEqual(now - openedAt + slackMs)
    }),
  )
})

test('a beat that comes again earns nothing', () => {
  fc.assert(
    fc.property(fc.array(anyBeat, { maxLength: 8 }), (beats) => {
      const session = { openedAt, now: openedAt + 400_000, lengthMs }
      const once = credit({ spans: [], spent: [] }, session, beats)
      expect(credit(once, session, beats)).toEqual(once)
      expect(lengthOf(credit(once, session, beats).spans)).toBe(lengthOf(once.spans))
    }),
  )
})

/** A viewer who plays at the pace of life, pauses, and goes wherever they like. */
const viewing = fc
  .array(
    fc.record({
      pauseMs: fc.integer({ min: 0, max: 30_000 }),
      playMs: fc.integer({ min: 1, max: 30_000 }),
      fromMs: fc.integer({ min: 0, max: lengthMs - 30_000 }),
    }),
    { minLength: 1, maxLength: 15 },
  )
  .map((moves) => {
    let atMs = 0
    return moves.map(({ pauseMs, playMs, fromMs }): Beat => {
      const beat = { atMs: atMs + pauseMs, forMs: playMs, fromMs, toMs: fromMs + playMs }
      atMs += pauseMs + playMs
      return beat
    })
  })

test('an honest viewer loses nothing, however late, torn, repeated or out of order the beats arrive', () => {
  const arrival = viewing.chain((beats) =>
    fc.record({
      beats: fc.constant(beats),
      order: fc.shuffledSubarray([...beats.keys(), ...beats.keys()], {
        minLength: beats.length * 2,
      }),
      lateMs: fc.integer({ min: 0, max: 20 * 3_600_000 }),
    }),
  )
  fc.assert(
    fc.property(arrival, ({ beats, order, lateMs }) => {
      const last = beats.at(-1)
      const ended = openedAt + (last ? last.atMs + last.forMs : 0)
      const session = { openedAt, now: ended + lateMs, lengthMs }
      const heard = order.reduce((known, at) => credit(known, session, beats.slice(at, at + 1)), {
        spans: [] as readonly Span[],
        spent: [] as readonly Span[],
      })
      expect(heard.spans).toEqual(union(beats.map(({ fromMs, toMs }) => [fromMs, toMs])))
    }),
  )
})

const session = { openedAt, now: openedAt + 60_000, lengthMs }
const nothing = { spans: [], spent: [] }
const minute: Beat = { atMs: 0, forMs: 60_000, fromMs: 0, toMs: 60_000 }

test.each<[string, Beat, number]>([
  ['at the pace of life, all of it', minute, 60_000],
  ['at double speed, the minute that passed', { ...minute, toMs: 120_000 }, 60_000],
  [
    'a jump to the end, the second that was played',
    { ...minute, forMs: 1000, fromMs: 599_000, toMs: 600_000 },
    1000,
  ],
  ['beyond the end, up to the end', { ...minute, fromMs: 590_000, toMs: 650_000 }, 10_000],
  ['an hour that has not come, nothing', { ...minute, atMs: 3_600_000 }, 0],
  ['a stretch that runs backwards, nothing', { ...minute, fromMs: 60_000, toMs: 0 }, 0],
  ['slow motion, what was seen', { ...minute, toMs: 20_000 }, 20_000],
])('of play %s', (_, beat, earned) => {
  expect(lengthOf(credit(nothing, session, [beat]).spans)).toBe(earned)
})

test('two windows side by side are one viewer', () => {
  const first = credit(nothing, session, [minute])
  const second = credit({ spans: [], spent: first.spent }, session, [minute])
  expect(second.spans).toEqual([])
})

test('what no ticket can reach any more is forgotten', () => {
  const old = credit(nothing, session, [minute])
  const later = credit(
    old,
    { ...session, openedAt: openedAt + 90_000_000, now: openedAt + 90_060_000 },
    [],
  )
  expect(later).toEqual({ spans: old.spans, spent: [] })
})
