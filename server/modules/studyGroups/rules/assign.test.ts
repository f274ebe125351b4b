import { expect, test } from 'vitest'
import * as fc from 'fast-check'
import { assign, conflictOf } from './assign.ts'
import type { Group, Observer, Open, WayOf } from './assign.ts'

const group = (at: number, memberIds: string[] = []): Group => ({
  groupId: `g${String(at)}`,
  name: `第${String(at)}组`,
  path: `/c/t${String(at)}/`,
  memberIds: new Set(memberIds),
})
const observer = (at: number, changes: Partial<Observer> = {}): Observer => ({
  memberId: `o${String(at)}`,
  name: `观察员${String(at)}`,
  path: `/c/h${String(at)}/`,
  homeName: `${String(at)}镇`,
  toursMax: 10,
  taken: 0,
  busyDays: new Set(),
  ...changes,
})
const open = (at: number, day: string): Open => ({
  sessionId: `s${String(at)}-${day}`,
  groupId: `g${String(at)}`,
  day,
})
/** On a line: observers and groups stand at their number, ten kilometres apart. */
const numberOf = (text: string) => Number(text.slice(1))
const onALine: WayOf = (one, other) => ({
  kilometres: Math.abs(numberOf(one.memberId) - numberOf(other.groupId)) * 10,
  isGuess: false,
})
const dayOf = (at: number) => `2026-07-${String(at).padStart(2, '0')}`

test('the nearest goes, unless it is their own group, the day is taken or they have gone often enough', () => {
  const groups = [group(1), group(2), group(3)]
  const sessions = [open(1, dayOf(1)), open(2, dayOf(1)), open(3, dayOf(2))]
  const near = assign({ groups, sessions, observers: [observer(1), observer(3)], wayOf: onALine })
  expect(near.uncovered).toEqual([])
  expect(near.rows.map(({ groupId, memberId }) => [groupId, memberId])).toEqual(
    expect.arrayContaining([
      ['g1', 'o1'],
      ['g2', 'o3'],
      ['g3', 'o3'],
    ]),
  )
  expect(near.rows.find(({ groupId }) => groupId === 'g2')?.because.join()).toMatch(/今年第 1 次/)

  const own = assign({
    groups: [group(1, ['o1'])],
    sessions: [open(1, dayOf(1))],
    observers: [observer(1)],
    wayOf: onALine,
  })
  expect(own.uncovered).toEqual([
    { groupId: 'g1', because: '旁听人员都是本组成员或在本党组织，须避让' },
  ])
  const house = { ...observer(1), path: '/c/t1/branch/' }
  expect(conflictOf(house, group(1))).toBe('ownHouse')
  const full = assign({
    groups: [group(1), group(2)],
    sessions: [open(1, dayOf(1))],
    observers: [observer(1, { toursMax: 1, taken: 1 })],
    wayOf: onALine,
  })
  expect(full.uncovered.map(({ because }) => because)).toEqual([
    '那几天能去的旁听人员都已派出或派满',
    '这段时间还没有安排学习，请先催学习计划',
  ])
})

test('of two who are near the one who went less often goes, and the reason says so', () => {
  const observers = [observer(1, { taken: 3 }), observer(2)]
  const { rows } = assign({
    groups: [group(1)],
    sessions: [open(1, dayOf(1))],
    observers,
    wayOf: onALine,
  })
  expect(rows).toMatchObject([{ memberId: 'o2', kilometres: 10 }])
  expect(rows[0]?.because.join()).toContain('观察员1更近，但已派 3 次，轮到去得少的人')
})

/** Every way to do it, for cases small enough to try them all. */
function best(groups: Group[], sessions: Open[], observers: Observer[]) {
  let most = { covered: 0, cost: 0 }
  const go = (at: number, taken: Map<string, string[]>, covered: number, cost: number): void => {
    const here = groups[at]
    if (!here) {
      if (covered > most.covered || (covered === most.covered && cost < most.cost))
        most = { covered, cost }
      return
    }
    go(at + 1, taken, covered, cost)
    for (const session of sessions.filter(({ groupId }) => groupId === here.groupId))
      for (const who of observers) {
        const days = taken.get(who.memberId) ?? []
        if (days.includes(session.day) || who.busyDays.has(session.day)) continue
        if (conflictOf(who, here) || who.taken + days.length >= who.toursMax) continue
        const next = new Map(taken).set(who.memberId, [...days, session.day])
        const price = onALine(who, here).kilometres + (who.taken + days.length) * 8
        go(at + 1, next, covered + 1, cost + price)
      }
  }
  go(0, new Map(), 0, 0)
  return most
}

test('it is the best there is: compared with every other way', () => {
  const day = fc.integer({ min: 1, max: 3 }).map(dayOf)
  const cases = fc.record({
    groups: fc.integer({ min: 1, max: 4 }),
    days: fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), day), { maxLength: 6 }),
    observers: fc.array(
      fc.record({
        taken: fc.integer({ min: 0, max: 2 }),
        max: fc.integer({ min: 1, max: 3 }),
        busy: day,
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  fc.assert(
    fc.property(cases, (one) => {
      const groups = Array.from({ length: one.groups }, (_, at) =>
        group(at + 1, [`o${String(at)}`]),
      )
      const known = new Map(one.days.map(([at, on]) => [`${String(at)} ${on}`, open(at, on)]))
      const sessions = [...known.values()].filter((s) =>
        groups.some((g) => g.groupId === s.groupId),
      )
      const observers = one.observers.map(({ taken, max, busy }, at) =>
        observer(at + 1, { taken, toursMax: max, busyDays: new Set([busy]) }),
      )
      const { rows } = assign({ groups, sessions, observers, wayOf: onALine })
      const turns = new Map(observers.map(({ memberId, taken }) => [memberId, taken]))
      const cost = rows.reduce((sum, { memberId, kilometres }) => {
        const turn = turns.get(memberId) ?? 0
        turns.set(memberId, turn + 1)
        return sum + kilometres + turn * 8
      }, 0)
      expect({ covered: rows.length, cost }).toEqual(best(groups, sessions, observers))
    }),
    { numRuns: 150 },
  )
})

test('a county of 60 groups with weekly sittings is covered by 15 observers, none sent more than they may', () => {
  const groups = Array.from({ length: 60 }, (_, at) => group(at + 1))
  const sessions = groups.flatMap((_, at) =>
    [1, 2, 3, 4].map((week) => open(at + 1, dayOf(1 + ((at + week * 7) % 28)))),
  )
  const observers = Array.from({ length: 15 }, (_, at) => observer(at * 4, { toursMax: 6 }))
  const { rows, uncovered } = assign({ groups, sessions, observers, wayOf: onALine })
  expect([rows.length, uncovered.length]).toEqual([60, 0])
  const often = Map.groupBy(rows, ({ memberId }) => memberId)
  expect(Math.max(...[...often.values()].map(({ length }) => length))).toBeLessThanOrEqual(6)
})
