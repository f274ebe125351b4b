import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openDb } from '../kernel/db.ts'
import { url } from './database.ts'

/** Of a commit: the word itself is lost on the way, or it is done and the answer is lost. */
export type LostWord = 'question' | 'answer'

const commit = 'commit\0'

/** The way to the database of the test, which can be cut, blocked, and made to lose a word. */
export async function openWay(silenceMillis = 40_000) {
  const named = new URL(url)
  const open = new Set<Socket>()
  let losing: LostWord | undefined

  /** What is said goes on; the one commit that was chosen does not, or nothing is heard of it. */
  const pass = (near: Socket, far: Socket) => (chunk: Buffer) => {
    const lost = chunk.includes(commit) ? losing : undefined
    if (lost) losing = undefined
    if (lost === 'answer') muffle(near, far)
    if (lost === 'question') near.destroy()
    else far.write(chunk)
  }

  const way = createServer((near) => {
    const far = connectTo(named)
    near.on('data', pass(near, far))
    far.pipe(near)
    for (const end of [near, far]) {
      open.add(end)
      end.on('error', () => undefined).on('close', () => open.delete(end))
    }
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  })
  const listen = (at: number) =>
    new Promise<void>((done) => void way.listen(at, '127.0.0.1', () => done()))
  await listen(0)
  const { port: at } = way.address() as AddressInfo
  const here = new URL(named)
  here.searchParams.delete('host')
  const { db: far, close } = openDb(
    Object.assign(here, { hostname: '127.0.0.1', port: String(at) }).href,
    { connectionsMax: 4, guarded: true, silenceMillis },
  )
  const cut = () => {
    for (const end of open) end.destroy()
    return new Promise<void>((done) => void way.close(() => done()))
  }
  onTestFinished(async () => {
    await close()
    await cut()
  })
  return {
    far,
    cut,
    restore: () => listen(at),
    block: () => open.forEach((end) => end.pause()),
    loseCommit: (what: LostWord) => void (losing = what),
    isLost: () => losing === undefined,
  }
}

/** The answer is waited for, so that what was asked is done, and then nobody hears it. */
function muffle(near: Socket, far: Socket): void {
  far.unpipe(near).once('data', () => near.destroy())
  far.resume()
}

/** By its socket or its port, wherever PostgreSQL listens. */
function connectTo(named: URL): Socket {
  const host = named.searchParams.get('host') ?? named.hostname
  const port = Number(named.port || 5432)
  return host.startsWith('/') ? connect(join(host, `.s.PGSQL.${port}`)) : connect(port, host)
}
