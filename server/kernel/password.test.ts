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

async function millisOf(hash: string | null): Promise<number> {
  const before = performance.now()
  await isPassword(hash, 'wrong')
  return performance.now() - before
}

const medianOf = (times: readonly number[]) => times.toSorted((one, other) => one - other)[7] ?? 0

test('takes as long for nobody as for somebody', async () => {
  const kept = await hashPassword('Zhixing-2026')
  const times: { somebody: number; nobody: number }[] = []
  // In turns, so that a busy moment of the machine strikes both.
  for (let round = 0; round < 15; round += 1)
    times.push({ somebody: await millisOf(kept), nobody: await millisOf(null) })
  const somebody = medianOf(times.map((one) => one.somebody))
  expect(medianOf(times.map((one) => one.nobody))).toBeGreaterThan(somebody * 0.5)
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
