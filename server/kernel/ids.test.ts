import { expect, test } from 'vitest'
import { newId } from './ids.ts'

const uuid7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test('ids made in one breath sort as they were made, are all different, and keep to the time', () => {
  const from = Date.now()
  const ids = Array.from({ length: 20_000 }, newId)
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(uuid7)
  const [first = 0, last = 0] = [ids[0], ids.at(-1)].map(momentOf)
  expect(first).toBeGreaterThanOrEqual(from)
  // Whoever set a clock ahead before has moved the ids of this process ahead with it.
  expect(last).toBeLessThan(Math.max(first, Date.now()) + 50)
})

function momentOf(id = ''): number {
  return Number.parseInt(id.replace('-', '').slice(0, 12), 16)
}
