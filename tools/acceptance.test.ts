import { expect, test } from 'vitest'
import { coverageOf, readProofs, readRows, strangersIn, summaryOf } from './acceptance.ts'

const rows = readRows(`
| # | 中文 | Identifier | Users | What |
|---|---|---|---|---|
| S0-01 | 条例 | RuleSet | OD | Store |
| S0-02 | 目标 | TrainingGoal | OD | Goal |
| S1-14 | 送学 | HomeDelivery | BS | Visits |
| 000 | 49 |
`)

const source = `
// test('[S0-02] in a comment', () => {})
/* describe('[S0-02]', () => {}) */
describe('[S0-01] the store', () => {
  test('keeps', () => { const text = "test('[S0-02] in a string')" })
  test.each([['[S0-02]']])('[S1-14] %s', () => {})
  test.skip('[S0-02] skipped', () => {})
})
describe.skip('[S0-02]', () => { test('skipped with its group', () => {}) })
test.skipIf(false)(\`[S1-14, S1-99] it's "here"\`, async () => {})
test.todo('[S0-02] later')
const data: string[] = ['[S0-02]'] satisfies string[]
`

test('finds ids in the titles of tests that run, and nowhere else', () => {
  expect(readProofs('a.test.ts', source)).toEqual([
    { file: 'a.test.ts', title: '[S0-01] the store › keeps', ids: ['S0-01'] },
    { file: 'a.test.ts', title: '[S0-01] the store › [S1-14] %s', ids: ['S0-01', 'S1-14'] },
    { file: 'a.test.ts', title: `[S1-14, S1-99] it's "here"`, ids: ['S1-14', 'S1-99'] },
  ])
})

test('counts rows by source, and names ids that no row has', () => {
  const proofs = readProofs('a.test.ts', source)
  expect(summaryOf(rows, proofs)).toBe('S0: 1 of 2\nS1: 1 of 1\n2 of 3 rows proven')
  expect(strangersIn(rows, proofs)).toEqual(['a.test.ts names S1-99, which no row has'])
})

test('writes the same page whatever the order of the tests', () => {
  const proofs = [...readProofs('b.test.ts', source), ...readProofs('a.test.ts', source)]
  const page = coverageOf(rows, proofs)
  expect(coverageOf(rows, proofs.toReversed())).toBe(page)
  expect(page).toContain('- **S0-01** 条例 (RuleSet)\n  - `a.test.ts` the store › %s\n')
  expect(page).toContain('## Not proven yet\n\n- S0: S0-02\n')
})
