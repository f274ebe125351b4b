import * as fs from 'node:fs'
import { join } from 'node:path'
import { ownFolder } from './unprivileged.ts'
import type { User } from './unprivileged.ts'

/** What PostgreSQL says goes to files of at most ten megabytes, of which the newest ten are kept. */
const filesMax = 10

export function collectorSettings(home: string, user: User | undefined): Record<string, string> {
  return {
    logging_collector: 'on',
    log_directory: ownFolder(join(home, 'logs'), user),
    log_filename: 'postgres-%Y%m%d-%H%M%S.log',
    log_rotation_size: '10MB',
    log_rotation_age: '1d',
    // Values of rows are nobody's business here.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
  }
}

export function pruneLogs(home: string): void {
  fs.rmSync(join(home, 'start.log'), { force: true })
  for (const path of logsIn(home).slice(0, -filesMax)) fs.rmSync(path, { force: true })
}

/** What it said last, for whoever has to find out why it does not start. */
export function lastWords(home: string): string {
  const start = join(home, 'start.log')
  const files = [...logsIn(home).slice(-1), ...(fs.existsSync(start) ? [start] : [])]
  const lines = files.flatMap((path) => fs.readFileSync(path, 'utf8').trim().split('\n'))
  return lines
    .filter((line) => /FATAL|ERROR|PANIC|HINT/.test(line))
    .slice(-3)
    .join(' ')
}

/** Oldest first, since their names begin with the time. */
function logsIn(home: string): string[] {
  const folder = join(home, 'logs')
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.log'))
    .toSorted()
    .map((name) => join(folder, name))
}
