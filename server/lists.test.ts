import { readFile } from 'node:fs/promises'
import { entries } from '@zhixing/contract'
import { expect, test } from 'vitest'
import { boundsIn, listsOf } from './testing/lists.ts'

const long = entries
  .flatMap(listsOf)
  .filter(({ isShort, isPage }) => !isShort && !isPage)
  .map(({ name }) => name)

/** Longer than any page, on purpose: the board scrolls over 3,000 lines, a bank statement is looked through as a whole. */
const byDesign = new Set([
  'requirements.board rows[]',
  'dues.previewStatement rows[]',
  'dues.commitStatement left[]',
])

test('no answer holds a list without end: each is a page, limited, or named with what keeps it short', async () => {
  const bounds = boundsIn(await readFile('docs/lists.md', 'utf8'))
  const named = bounds.flatMap(({ lists }) => lists)

  expect(long.filter((name) => !named.includes(name))).toEqual([])
  expect(named.filter((name) => !long.includes(name))).toEqual([])
  expect(named.filter((name, at) => named.indexOf(name) !== at)).toEqual([])
  const longest = bounds.filter(({ lists }) => !lists.some((name) => byDesign.has(name)))
  for (const { most } of longest) expect(most).toBeLessThanOrEqual(500)
})
