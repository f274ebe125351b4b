import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { coverageOf, readProofs, readRows, strangersIn, summaryOf } from './acceptance.ts'

/*
 * npm run rows [-- --check]: how many rows of the acceptance list the tests prove, and docs/coverage.md, which says by
 * which tests; with --check, whether that page is still true.
 */
const root = join(import.meta.dirname, '..')
const page = join(root, 'docs/coverage.md')

const rows = readRows(readFileSync(join(root, 'docs/mechanisms.md'), 'utf8'))
const tests = globSync('{contract,server,web,tools}/**/*.test.{ts,tsx}', {
  cwd: root,
  exclude: (name) => name === 'node_modules',
})
const proofs = tests
  .toSorted()
  .flatMap((file) => readProofs(file, readFileSync(join(root, file), 'utf8')))

const strangers = strangersIn(rows, proofs)
for (const line of strangers) process.stderr.write(`${line}\n`)
if (strangers.length > 0) process.exitCode = 1

const text = coverageOf(rows, proofs)
process.stdout.write(`${summaryOf(rows, proofs)}\n`)
if (!process.argv.includes('--check')) writeFileSync(page, text)
else if (!existsSync(page) || readFileSync(page, 'utf8') !== text) {
  process.stderr.write('docs/coverage.md is no longer true: npm run rows\n')
  process.exitCode = 1
}
