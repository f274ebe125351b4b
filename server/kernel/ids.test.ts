import { expect, test, vi } from 'vitest'

const uuid7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test('ids made in one breath sort as they were made, are all different, and keep to the time', async () => {
  // Whoever set a clock ahead before has moved the ids of this process ahead with it.
  vi.resetModules()
  const { newId } = await import('./ids.ts')
  const from = Date.now()
  const ids = Array.from({ length: 20_000 }, newId)
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(uuid7)
  const milliseconds = Number.parseInt((ids.at(-1) ?? '').replace('-', '').slice(0, 12), 16)
  expect(milliseconds).toBeGreaterThanOrEqual(from)
  expect(milliseconds).toBeLessThan(Date.now() + 50)
})
