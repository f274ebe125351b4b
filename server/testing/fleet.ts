import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBalancer } from './balancer.ts'
import type { Balancer } from './balancer.ts'

const root = join(import.meta.dirname, '../..')

export type Server = {
  readonly address: string
  readonly said: () => string
  /** Told to leave, and waited for; its code. */
  readonly stop: () => Promise<number | null>
  /** Gone at once. */
  readonly kill: () => Promise<void>
}

export type Fleet = Pick<Balancer, 'address' | 'given'> & {
  readonly servers: Server[]
  readonly dataDir: string
  /** One more server, in the rotation as soon as it is ready. */
  readonly join: () => Promise<Server>
  /** The oldest leaves when told to and another comes. */
  readonly renew: () => Promise<number | null>
  /** One is killed and another comes. */
  readonly replaceKilled: (server: Server) => Promise<void>
  readonly close: () => Promise<void>
}

/** As `npm start` has it: several that start together compile the same program once. */
const compiled = join(root, 'node_modules/.cache/compile')

type Settings = Readonly<Record<string, string>>

/** So many servers of the built platform on one database and one folder, behind a balancer. */
export async function launchFleet(count: number, settings: Settings): Promise<Fleet> {
  const dataDir = mkdtempSync(join(tmpdir(), 'zhixing-fleet-'))
  const balancer = await openBalancer()
  const servers: Server[] = []
  const all: Server[] = []
  const environment = { DATA_DIR: dataDir, DRAIN_SECONDS: '1', ...settings }

  const add = async () => {
    const server = await startServer(environment)
    all.push(server)
    servers.push(server)
    balancer.add(server.address)
    return server
  }
  const drop = (server: Server) => {
    servers.splice(servers.indexOf(server), 1)
    return server
  }
  await Promise.all(Array.from({ length: count }, add))

  return {
    address: balancer.address,
    given: balancer.given,
    servers,
    dataDir,
    join: add,
    async renew() {
      const leaving = drop(servers[0] as Server)
      const code = await leaving.stop()
      balancer.remove(leaving.address)
      await add()
      return code
    },
    async replaceKilled(server) {
      drop(server)
      await server.kill()
      balancer.remove(server.address)
      await add()
    },
    async close() {
      await Promise.all(all.map((one) => one.kill()))
      await balancer.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function startServer(settings: Settings): Promise<Server> {
  const { DATABASE_URL: _, npm_lifecycle_event: __, ...rest } = process.env
  const own = { HOST: '127.0.0.1', PORT: '0', PACKAGES_PORT: '0', DEMO: 'off' }
  const child = spawn(process.execPath, ['--enable-source-maps', 'server/dist/main.js'], {
    env: { ...rest, NODE_ENV: 'test', NODE_COMPILE_CACHE: compiled, ...own, ...settings },
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const address = Promise.withResolvers<string>()
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const found = /http:\/\/localhost:(\d+)\//.exec(said)?.[1]
      if (found) address.resolve(`http://127.0.0.1:${found}`)
    })
  const ended = once(child, 'close').then(([code]) => {
    address.reject(new Error(`a server ended with ${String(code)}: ${said}`))
    return code as number | null
  })
  return {
    address: await address.promise,
    said: () => said,
    async stop() {
      child.kill('SIGTERM')
      return ended
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
