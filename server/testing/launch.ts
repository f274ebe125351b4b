import { execFile, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { User } from '../kernel/unprivileged.ts'

const root = join(import.meta.dirname, '../..')
const launcher = join(root, 'tools/start.mjs')

export type Launched = {
  readonly process: ChildProcess
  /** Where it says it can be reached; fails with what it said when it ends before. */
  readonly address: Promise<string>
  readonly ended: Promise<{ code: number | null; said: string }>
  readonly stop: () => Promise<number | null>
}

/** The pages as they are built for people, once for all who need them. */
export async function buildPages(): Promise<void> {
  const build = join(root, 'tools/build.mjs')
  await promisify(execFile)(process.execPath, [build, '--if-stale'])
}

/** The server alone, with nobody above it who tidies up. */
export const bareServer = join(root, 'server/dist/main.js')

/** `npm start`, without npm: on any free port, with its data where the test wants them. */
export function launch(
  dataDir: string,
  environment: Readonly<Record<string, string>> = {},
  user?: User,
  program = launcher,
): Launched {
  const { DATABASE_URL: _, npm_lifecycle_event: __, ...rest } = process.env
  const settings = { DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', DEMO: 'off', ...environment }
  const child = spawn(process.execPath, [program], {
    env: { ...rest, NODE_ENV: 'test', ...settings },
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  })
  let said = ''
  const address = Promise.withResolvers<string>()
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const found = said.match(/http:\/\/localhost:\d+(?=\/)/)?.[0]
      if (found) address.resolve(found.replace('localhost', '127.0.0.1'))
    })
  const ended = once(child, 'close').then(([code]) => {
    address.reject(new Error(`ended with ${String(code)}: ${said}`))
    return { code: code as number | null, said }
  })
  address.promise.catch(() => undefined)

  return {
    process: child,
    address: address.promise,
    ended,
    async stop() {
      child.kill('SIGTERM')
      return (await ended).code
    },
  }
}

/** A folder that the user owns, away from everybody's. */
export function newFolder(user?: User): string {
  const folder = fs.mkdtempSync(join(tmpdir(), 'zhixing-start-'))
  if (user) fs.chownSync(folder, user.uid, user.gid)
  return folder
}

/** With what was put elsewhere because the folder is closed to the user PostgreSQL runs as. */
export function removeFolder(folder: string): void {
  const cluster = join(folder, 'postgres')
  if (fs.existsSync(cluster)) fs.rmSync(fs.realpathSync(cluster), { recursive: true })
  fs.rmSync(folder, { recursive: true, force: true })
}

/** Every process below this one, by what Linux tells: the server, PostgreSQL and its workers. */
export function processesOf(launched: Launched, dataDir: string): number[] {
  return processesBelow(launched.process.pid, postmasterOf(dataDir))
}

/** These, and every process below one of them. */
export function processesBelow(...roots: readonly (number | undefined)[]): number[] {
  const all = fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: parentOf(name) }))
  const found = new Set(roots)
  for (let size = 0; size < found.size;) {
    size = found.size
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid)
  }
  return [...found].filter((pid): pid is number => pid !== undefined)
}

export function serverOf(launched: Launched): number {
  const found = fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .find((name) => parentOf(name) === launched.process.pid)
  return Number(found)
}

export function postmasterOf(dataDir: string): number | undefined {
  const note = join(dataDir, 'postgres/cluster/postmaster.pid')
  return fs.existsSync(note) ? Number(fs.readFileSync(note, 'utf8').split('\n')[0]) : undefined
}

/** Those that are still there after a moment; a process that has ended but was not yet fetched does not count. */
export async function survivors(pids: readonly number[]): Promise<number[]> {
  let left = pids
  for (let attempt = 0; attempt < 50 && left.length > 0; attempt += 1) {
    await pause(100)
    left = left.filter((pid) => /^State:\s+[^ZX]/m.test(statusOf(pid)))
  }
  return [...left]
}

function parentOf(pid: string): number | undefined {
  return Number(statusOf(Number(pid)).match(/^PPid:\s+(\d+)/m)?.[1])
}

function statusOf(pid: number): string {
  try {
    return fs.readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return ''
  }
}
