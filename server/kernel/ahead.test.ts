import { expect, test } from 'vitest'
import { ahead } from './ahead.ts'

async function* counting(seen: string[]) {
  try {
    for (let at = 1; at <= 3; at += 1) {
      seen.push(`made ${at}`)
      await Promise.resolve()
      yield at
    }
  } finally {
    seen.push('closed')
  }
}

async function* failing() {
  yield 1
  throw await Promise.resolve(new Error('no more'))
}

test('makes the next while the one at hand is used, and gives all in their order', async () => {
  const seen: string[] = []
  for await (const one of ahead(counting(seen))) seen.push(`used ${one}`)
  expect(seen.filter((word) => word.startsWith('used'))).toEqual(['used 1', 'used 2', 'used 3'])
  expect(seen.indexOf('made 2')).toBeLessThan(seen.indexOf('used 1'))
})

test('closes the source when nobody wants more', async () => {
  const seen: string[] = []
  for await (const one of ahead(counting(seen))) if (one === 1) break
  expect(seen.at(-1)).toBe('closed')
  expect(seen).not.toContain('made 3')
})

test('says what went wrong to whoever asks for it, and to nobody else', async () => {
  const seen: number[] = []
  await expect(
    (async () => {
      for await (const one of ahead(failing())) seen.push(one)
    })(),
  ).rejects.toThrow('no more')
  expect(seen).toEqual([1])
})
