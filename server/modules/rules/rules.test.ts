import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLooser, isShaped, refuseSetting, valueInForce } from './rules.ts'
import type { Declared, Kept, Setting } from './rules.ts'

const declared: Declared<'number'> = {
  key: 'hours.member.year',
  name: '党员每年集中学习培训',
  unit: 'studyMinutes',
  shape: 'number',
  tighter: 'higher',
  seeds: [{ value: 10, from: '2019-05-06', clause: '条例', mark: 'found' }],
}

const paths = [null, '/r/', '/r/c/', '/r/c/b/', '/r/d/'] as const
const days = ['2024-01-01', '2025-01-01', '2026-01-01', '2027-01-01'] as const
const day = fc.constantFrom(...days)

const seeded: Kept = {
  id: 'seed',
  key: declared.key,
  value: 10,
  clause: '条例',
  from: '2019-05-06',
  until: null,
  withdrawnOn: null,
  ownerPath: null,
  ownerName: null,
  at: new Date(0),
}

const value: fc.Arbitrary<Kept> = fc
  .record({
    id: fc.uuid(),
    value: fc.integer({ min: 0, max: 20 }),
    ownerPath: fc.constantFrom(...paths),
    from: day,
    until: fc.option(day),
    withdrawnOn: fc.option(day),
    at: fc.date({ noInvalidDate: true }),
  })
  .map((facts) => ({ ...seeded, ...facts }))
const values = fc.array(value, { maxLength: 12 }).map((some) => [seeded, ...some])
const tighter = fc
  .constantFrom('higher', 'lower', 'none')
  .map((way) => ({ ...declared, tighter: way }))

describe('the value in force', () => {
  test('is one that holds on the day, set by an organization on the path or by nobody', () => {
    fc.assert(
      fc.property(tighter, values, day, (rule, kept, on) => {
        const found = valueInForce(rule, kept, { path: '/r/c/b/', day: on })
        const holds = found && found.from <= on && !(found.until && found.until <= on)
        const isWithdrawn = found?.withdrawnOn && found.withdrawnOn <= on
        expect(holds && !isWithdrawn).toBe(true)
        expect(['', '/r/', '/r/c/', '/r/c/b/']).toContain(found?.ownerPath ?? '')
      }),
    )
  })

  test('never asks less below than above', () => {
    fc.assert(
      fc.property(tighter, values, day, (rule, kept, on) => {
        const chain = ['/r/', '/r/c/', '/r/c/b/'].map((path) =>
          valueInForce(rule, kept, { path, day: on }),
        )
        for (const [at, below] of chain.entries())
          expect(at > 0 && isLooser(rule, below?.value, chain[at - 1]?.value)).toBe(false)
      }),
    )
  })

  test('is the value of the nearest organization that has a lawful one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 20 }), fc.integer({ min: 0, max: 20 }), (up, down) => {
        const [county, branch] = [
          { ...seeded, id: 'c', ownerPath: '/r/c/', value: up },
          { ...seeded, id: 'b', ownerPath: '/r/c/b/', value: down },
        ]
        const found = valueInForce(declared, [seeded, branch, county], {
          path: '/r/c/b/',
          day: '2026-01-01',
        })
        expect(found?.value).toBe(Math.max(up, down))
      }),
    )
  })
})

describe('what does not change it', () => {
  test('the order in which values are read', () => {
    fc.assert(
      fc.property(values, day, fc.gen(), (kept, on, gen) => {
        const shuffled = gen(fc.shuffledSubarray, kept, { minLength: kept.length })
        const point = { path: '/r/c/b/', day: on }
        expect(valueInForce(declared, shuffled, point)).toEqual(valueInForce(declared, kept, point))
      }),
    )
  })

  test('what happens beside the path or after the day', () => {
    fc.assert(
      fc.property(values, value, (kept, other) => {
        const aside = { ...other, ownerPath: '/r/d/' }
        const later = { ...other, from: '2027-01-01' }
        const point = { path: '/r/c/b/', day: '2026-06-01' }
        const before = valueInForce(declared, kept, point)
        expect(valueInForce(declared, [...kept, aside, later], point)).toEqual(before)
      }),
    )
  })
})

describe('over time, the value', () => {
  test('is replaced by a later national one, which may ask less', () => {
    const corrected = { ...seeded, id: 'r', from: '2026-01-01', value: 5 }
    const at = (on: string) =>
      valueInForce(declared, [seeded, corrected], { path: '/r/c/', day: on })?.value
    expect([at('2025-12-31'), at('2026-01-01')]).toEqual([10, 5])
  })

  test('before anything is known, is the earliest one', () => {
    const point = { path: '/r/', day: '1990-01-01' }
    expect(valueInForce(declared, [seeded], point)?.from).toBe('2019-05-06')
  })

  test('after a withdrawal, is again what held before, from that day on', () => {
    const tightened = { ...seeded, id: 'c', ownerPath: '/r/c/', value: 15, from: '2026-01-01' }
    const kept = [seeded, { ...tightened, withdrawnOn: '2026-06-01' }]
    const at = (on: string) => valueInForce(declared, kept, { path: '/r/c/', day: on })?.value
    expect([at('2026-05-31'), at('2026-06-01')]).toEqual([15, 10])
  })
})

describe('what is tighter', () => {
  test.each([
    ['higher', 1, 2, true],
    ['higher', 2, 2, false],
    ['lower', 3, 2, true],
    ['lower', [1, 2], [1, 3], true],
    ['lower', [1, 4], [1, 3], false],
    ['higher', null, 5, true],
    ['lower', null, 1, true],
    ['none', 0, 9, false],
  ] as const)('%s: %j against %j', (way, one, other, looser) => {
    expect(isLooser({ ...declared, tighter: way }, one, other)).toBe(looser)
  })
})

describe('what may be set', () => {
  const today = '2026-06-01'
  const wish = { value: 12, from: today, today, above: seeded }

  test.each([
    ['the same or more', { value: 10 }, undefined],
    ['less than above', { value: 9 }, 'rules.looser'],
    ['less, by the nation', { value: 9, above: undefined }, undefined],
    ['from yesterday', { from: '2026-05-31' }, 'rules.past'],
    ['from yesterday, by the nation', { from: '2026-05-31', above: undefined }, undefined],
    ['until the day on which it begins', { until: today }, 'rules.span'],
    ['a word for a number', { value: ['多'] }, 'rules.shape'],
  ] as const)('%s', (_, changes, reason) => {
    const refusal = refuseSetting(declared, { ...wish, ...changes } as Setting)
    expect(refusal?.reason).toBe(reason)
  })

  test('says both values and the clause when it refuses', () => {
    const hours = { ...seeded, value: 1920, clause: '条例第二十条' }
    const refusal = refuseSetting(declared, { ...wish, value: 1200, above: hours })
    expect(refusal?.words).toMatchObject({
      上级值: '32 学时',
      填写值: '20 学时',
      依据: '条例第二十条',
    })
  })
})

describe('what a value must look like', () => {
  test.each([
    ['number', 3, true],
    ['number', null, false],
    ['optional', null, true],
    ['share', [1, 3], true],
    ['share', [4, 3], false],
    ['share', [0, 0], false],
    [
      'steps',
      [
        { upTo: 5, value: 1 },
        { upTo: null, value: 2 },
      ],
      true,
    ],
    [
      'steps',
      [
        { upTo: null, value: 1 },
        { upTo: 5, value: 2 },
      ],
      false,
    ],
    [
      'steps',
      [
        { upTo: 5, value: 1 },
        { upTo: 3, value: 1 },
        { upTo: null, value: 2 },
      ],
      false,
    ],
    ['steps', [], false],
    ['words', ['好', '差'], true],
    ['words', [], false],
  ] as const)('%s: %j', (shape, given, isRight) => {
    expect(isShaped({ shape }, given)).toBe(isRight)
  })
})
