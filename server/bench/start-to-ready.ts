import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { percentile, within } from './measured.ts'
import type { Measured } from './measured.ts'
import { buildPages } from '../testing/launch.ts'

const rounds = 5
/** As `npm start` does it. */
export const compiled = join(import.meta.dirname, '../../node_modules/.cache/compile')

/** From the command to the first "ready", with a database of its own that is already there. */
export async function startToReady(): Promise<Measured> {
  await buildPages()
  const folder = await mkdtemp(join(tmpdir(), 'zhixing-bench-'))
  // Open to the user that PostgreSQL runs as when root measures.
  await chmod(folder, 0o711)
  try {
    await start(folder)
    const seconds: number[] = []
    for (let round = 0; round < rounds; round += 1) seconds.push(await start(folder))
    const ours = percentile(seconds, 0.5)
    return within({ name: 'start to ready', unit: 's', ours, limit: 2 })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function start(folder: string): Promise<number> {
  const port = String(await freePort())
  const env = {
    NODE_COMPILE_CACHE: compiled,
    ...process.env,
    DATA_DIR: folder,
    PORT: port,
    DATABASE_URL: undefined,
  }
  const began = performance.now()
  const server = spawn(process.execPath, ['--enable-source-maps', 'server/dist/main.js'], {
    env: { ...env, LOG_LEVEL: 'error', DEMO: 'off' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await answers(`http://127.0.0.1:${port}/ready`)
  const seconds = (performance.now() - began) / 1000
  server.kill('SIGTERM')
  await once(server, 'exit')
  return seconds
}

/** Waits until the address answers well. */
export async function answers(url: string): Promise<void> {
  while (!(await fetch(url).catch(() => undefined))?.ok)
    await new Promise((resolve) => setTimeout(resolve, 10))
}

export function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>()
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const address = probe.address()
    probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0))
  })
  return promise
}
