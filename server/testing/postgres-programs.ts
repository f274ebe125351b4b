import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { unprivileged } from '../kernel/unprivileged.ts'

/** Where systems put the programs of a PostgreSQL that ours does without; the newest first. */
function places(): string[] {
  const versions = ['/usr/lib/postgresql', '/usr/local/opt', '/opt/homebrew/opt', '/usr'].flatMap(
    (folder) =>
      existsSync(folder)
        ? readdirSync(folder)
            .filter((name) => /^(\d+|postgresql@\d+|pgsql-\d+)$/.test(name))
            .map((name) => join(folder, name, 'bin'))
        : [],
  )
  const newestFirst = versions.toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true }))
  return [...newestFirst, ...(process.env.PATH ?? '').split(':')]
}

/** The folder that holds `initdb`, `pg_ctl` and `pg_basebackup`; nothing where they are not installed. */
export const postgresPrograms = places().find((folder) =>
  ['initdb', 'pg_ctl', 'pg_basebackup'].every((name) => existsSync(join(folder, name))),
)

/** Runs one of them in a folder, as the user to whom PostgreSQL agrees to belong. */
export async function runProgram(folder: string, name: string, args: readonly string[]) {
  await promisify(execFile)(join(postgresPrograms ?? '', name), args, {
    cwd: folder,
    ...unprivileged(folder),
  })
}
