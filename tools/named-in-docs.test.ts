import { expect, test } from 'vitest'
import { missingIn } from './named-in-docs.ts'

const project = {
  files: ['README.md', 'docs/one.md', 'server/kernel/act.ts', 'docs/pictures/home.png'],
  scripts: new Set(['start', 'verify']),
}

test.each([
  '[one](docs/one.md#part) and [the web](https://example.org) and [here](#below)',
  '`kernel/act.ts`, `act.ts`, `server/kernel/`, `/health`, `some words.`, `<name>.ts`',
  '`npm run verify` · `npm start` · `data/secret.json`',
  '![the first page](docs/pictures/home.png)',
])('what exists may be named: %s', (line) => {
  expect(missingIn('README.md', line, project)).toEqual([])
})

test.each([
  ['[two](docs/two.md)', 'docs/two.md'],
  ['look at `kernel/acts.ts`', 'kernel/acts.ts'],
  ['`server/jobs/`', 'server/jobs/'],
  ['```\nnpm run lint\n```', 'npm run lint'],
  ['![a picture](docs/pictures/away.png)', 'docs/pictures/away.png'],
])('what does not exist is found: %s', (text, name) => {
  expect(missingIn('README.md', text, project)).toEqual([
    expect.stringMatching(new RegExp(`^README.md:\\d names ${name}, which`)),
  ])
})

test('a link is read from the page it is on', () => {
  expect(missingIn('docs/one.md', '[up](../README.md) [wrong](docs/one.md)', project)).toHaveLength(
    1,
  )
})
