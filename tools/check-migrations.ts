import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

/* Do the migrations make the tables of server/schema.ts? Asks for the next migration and expects none. */
const root = join(import.meta.dirname, '..')
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
