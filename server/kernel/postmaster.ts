import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import { join } from 'node:path'

/**
 * The process that serves a cluster, if one does. PostgreSQL notes its number in the cluster, but after a crash the
 * number may belong to anybody, all the more in containers, where the same few numbers come back at every start.
 * PostgreSQL itself would then refuse to start; a note that names a stranger is taken away here.
 */
export function findPostmaster(cluster: string): number | undefined {
  const note = join(cluster, 'postmaster.pid')
  if (!fs.existsSync(note)) return undefined

  const [pid, , , port, folder] = fs.readFileSync(note, 'utf8').split('\n')
  // Being written at this very moment.
  if (!pid && Date.now() - fs.statSync(note).mtimeMs < 5_000) return 0
  if (pid && isPostgres(Number(pid), cluster)) return Number(pid)

  fs.rmSync(note, { force: true })
  if (folder && port) fs.rmSync(join(folder, `.s.PGSQL.${port}.lock`), { force: true })
  return undefined
}

function isPostgres(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform === 'win32') return true
  try {
    if (process.platform === 'linux') return fs.readlinkSync(`/proc/${pid}/cwd`) === cluster
    return execFileSync('ps', ['-p', String(pid), '-o', 'comm=']).includes('postgres')
  } catch {
    // Not ours to look into, so not ours at all, or gone since.
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
