import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/* npm run migration <name>: writes the migration that brings the database to the tables of server/schema.ts. */
const root = join(import.meta.dirname, '..')
const name = process.argv.slice(2).find((word) => word !== '--') ?? ''

if (/^[a-z][a-z0-9-]*$/.test(name)) {
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
