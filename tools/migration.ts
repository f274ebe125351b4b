import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf } from './migration-rules.ts'

/*
 * npm run migration <name>: writes the migration that brings the database to the tables of server/schema.ts.
 * npm run migration -- --release: notes what each migration says now; from then on none of them may change.
 */
const root = join(import.meta.dirname, '..')
const words = process.argv.slice(2)
const name = words.find((word) => !word.startsWith('--')) ?? ''

if (words.includes('--release')) {
  const folder = join(root, 'server/migrations')
  const names = readdirSync(folder).filter((one) => one.endsWith('.sql'))
  const digests = names
    .toSorted()
    .map((one) => [one, digestOf(readFileSync(join(folder, one), 'utf8'))])
  const text = JSON.stringify(Object.fromEntries(digests), undefined, 2)
  writeFileSync(join(folder, 'released.json'), `${text}\n`)
} else if (/^[a-z][a-z0-9-]*$/.test(name)) {
  const kit = [join(root, 'node_modules/drizzle-kit/bin.cjs'), 'generate']
  const options = ['--config', 'tools/drizzle.config.ts', '--name', name]
  const { status } = spawnSync(process.execPath, [...kit, ...options], {
    cwd: root,
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
} else {
  process.stderr.write(
    'npm run migration <name>: what changes, in small letters, such as add-posts\n',
  )
  process.exitCode = 1
}
