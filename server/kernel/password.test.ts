import { expect, test } from 'vitest'
import { hashPassword, isPassword } from './password.ts'
import { Problem } from './problem.ts'

test('knows a password again, however its signs were composed, and no other', async () => {
  const kept = await hashPassword('Ｚhixing-é-2026')
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=12288,t=3,p=1\$/)
  expect(await isPassword(kept, 'Zhixing-e\u0301-2026')).toBe(true)
  expect(await isPassword(kept, 'Zhixing-e-2026')).toBe(false)
  expect(await isPassword(null, 'nobody has this password')).toBe(false)
})

async function medianMillis(hash: string | null): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 7; round += 1) {
    const before = performance.now()
    await isPassword(hash, 'wrong')
    times.push(performance.now() - before)
  }
  return times.toSorted((one, other) => one - other)[3] ?? 0
}

test('takes as long for nobody as for somebody', async () => {
  const somebody = await medianMillis(await hashPassword('Zhixing-2026'))
  expect(await medianMillis(null)).toBeGreaterThan(somebody * 0.5)
})

test('sends the crowd away with the time to come again, rather than fill the memory', async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 300 }, () => isPassword(null, 'crowd')),
  )
  const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  expect(refused.length).toBeGreaterThanOrEqual(90)
  expect(refused.length).toBeLessThan(110)
  for (const reason of refused) {
    expect(reason).toBeInstanceOf(Problem)
    expect(reason).toMatchObject({ kind: 'overloaded', words: { 秒: 3 } })
  }
  expect(await isPassword(null, 'afterwards')).toBe(false)
}, 30_000)
