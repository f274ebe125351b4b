import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { bareServer, launch, postmasterOf } from '../launch.ts'
import type { Launched } from '../launch.ts'
import { secret } from './county.ts'

const root = join(import.meta.dirname, '../../..')

export type Victim = 'server' | 'postgres' | 'backend' | 'both'

/** The server, its PostgreSQL, one of PostgreSQL's own processes, or the server and PostgreSQL at once; how often each. */
export const victims: readonly (readonly [Victim, number])[] = [
  ['server', 1],
  ['both', 1],
  ['postgres', 2],
  ['backend', 2],
]

export type Running = { readonly launched: Launched; readonly origin: string }

/** The server without its launcher, so that nothing but the next start tidies up. */
export async function startServer(
  dataDir: string,
  settings: Readonly<Record<string, string>> = { SECRET: secret },
): Promise<Running> {
  const launched = launch(
    dataDir,
    {
      ...settings,
      LOG_LEVEL: 'error',
      NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compile'),
    },
    undefined,
    bareServer,
  )
  return { launched, origin: await launched.address }
}

export async function kill(running: Running, victim: Victim, dataDir: string): Promise<void> {
  const postmaster = postmasterOf(dataDir) ?? 0
  if (victim === 'backend') return killOneOf(postmaster)
  if (victim !== 'server') stop(postmaster)
  if (victim !== 'postgres') {
    running.launched.process.kill('SIGKILL')
    await running.launched.ended
  }
}

/** The one that serves, whether a new one had to be started or the old one found its database again. */
export async function recover(running: Running, dataDir: string): Promise<Running> {
  if (running.launched.process.exitCode !== null || running.launched.process.signalCode !== null)
    return startServer(dataDir)
  await answers(running)
  return running
}

async function answers({ launched, origin }: Running): Promise<void> {
  const until = Date.now() + 60_000
  while (!(await isReady(origin))) {
    if (launched.process.exitCode !== null) throw new Error((await launched.ended).said)
    if (Date.now() > until) throw new Error('the server did not find its database again')
    await pause(20)
  }
}

async function isReady(origin: string): Promise<boolean> {
  const answer = await fetch(`${origin}/ready`).catch(() => undefined)
  return answer?.status === 200
}

/** One that serves a connection, while there is one: to PostgreSQL that is as bad as if all had died. */
function killOneOf(postmaster: number): void {
  const child = readdirSync('/proc').find((pid) => {
    if (!/^\d+$/.test(pid)) return false
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      return (
        parentOf(pid) === postmaster &&
        words.includes('zhixing postgres') &&
        !words.includes('idle')
      )
    } catch {
      return false
    }
  })
  stop(child ? Number(child) : postmaster)
}

function parentOf(pid: string): number {
  return Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/^PPid:\s+(\d+)/m)?.[1])
}

function stop(pid: number): void {
  if (pid > 0) process.kill(pid, 'SIGKILL')
}
