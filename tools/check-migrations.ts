import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import * as z from 'zod'
import { changedSince, findingsIn } from './migration-rules.ts'

/*
 * Do the migrations make the tables of server/schema.ts? Asks for the next migration and expects none. And may they run
 * beside a server of the version before? What was released stays as it was, what takes away says why it may.
 */
const root = join(import.meta.dirname, '..')
const home = join(root, 'server/migrations')
const names = readdirSync(home).filter((name) => name.endsWith('.sql'))
const texts = new Map(names.map((name) => [name, readFileSync(join(home, name), 'utf8')]))
const note = join(home, 'released.json')
const Released = z.record(z.string(), z.string())
const released = existsSync(note) ? Released.parse(JSON.parse(readFileSync(note, 'utf8'))) : {}

const complaints = [
  ...changedSince(released, texts),
  ...[...texts].flatMap(([name, text]) =>
    findingsIn(name, text).map(({ file, statement, why }) => `${file}: ${why}\n    ${statement}`),
  ),
]
for (const complaint of complaints) process.stdout.write(`${complaint}\n`)
if (complaints.length > 0) process.exitCode = 1

const folder = mkdtempSync(join(tmpdir(), 'zhixing-migrations-'))
try {
  cpSync(join(root, 'server/migrations'), folder, { recursive: true })
  const before = new Set(readdirSync(folder))
  const asked = ['generate', '--dialect', 'postgresql', '--schema', 'server/schema.ts']
  const output = execFileSync(
    process.execPath,
    [join(root, 'node_modules/drizzle-kit/bin.cjs'), ...asked, '--out', relative(root, folder)],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const missing = readdirSync(folder).find((name) => !before.has(name))
  if (missing) {
    const sql = readFileSync(join(folder, missing), 'utf8')
    process.stdout.write(`the tables have moved on; \`npm run migration <name>\` writes:\n${sql}\n`)
    process.exitCode = 1
  } else if (!output.includes('nothing to migrate')) {
    process.stdout.write(output)
    process.exitCode = 1
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
