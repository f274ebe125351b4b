import { expect, test } from 'vitest'
import { inTurn, monthsToFill, turnsFor } from './rules.ts'
import type { Candidate } from './rules.ts'

function member(memberId: string, facts: Partial<Candidate> = {}): Candidate {
  const none = { given: 0, ahead: 0, lastOn: null, isSecretary: false }
  return { memberId, name: memberId, nameKey: memberId, ...none, ...facts }
}

test('who gave least comes first, then who waits longest, then by name', () => {
  const often = member('a', { given: 3, lastOn: '2025-01-01' })
  const lately = member('b', { given: 1, lastOn: '2026-03-01' })
  const longAgo = member('c', { given: 1, lastOn: '2025-03-01' })
  const never = member('d')
  const alsoNever = member('e')
  const order = inTurn([often, lately, alsoNever, longAgo, never])
  expect(order.map(({ memberId }) => memberId)).toEqual(['d', 'e', 'c', 'b', 'a'])
})

test('over a year nobody has two turns more than another', () => {
  const months = Array.from({ length: 11 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`)
  const turns = turnsFor(
    months,
    ['a', 'b', 'c', 'd'].map((id) => member(id)),
  )
  const counts = ['a', 'b', 'c', 'd'].map(
    (id) => turns.filter(({ memberId }) => memberId === id).length,
  )
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
  expect(turns).toHaveLength(11)
  expect(turnsFor(months, [])).toEqual([])
})

test('only quarters ahead in which nothing is arranged are filled', () => {
  expect(monthsToFill(2026, '2026-06', new Set(['2026-08']))).toEqual(['2026-06', '2026-12'])
  expect(monthsToFill(2025, '2026-06', new Set())).toEqual([])
})
