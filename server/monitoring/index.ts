/**
 * What a Prometheus may read of this process, at an address of its own that never faces the Internet.
 * Names of routes, commands, chores and kinds, and numbers; nothing of anybody.
 */
import { createServer } from 'node:http'
import { Registry, collectDefaultMetrics } from 'prom-client'
import type { Chore } from '../kernel/chores.ts'
import type { Connections, Db } from '../kernel/db.ts'
import { watchDatabase } from './database.ts'
import { watchDisk } from './disk.ts'
import { watchRequests } from './requests.ts'
import type { WatchAt } from './requests.ts'
import { watchWork } from './work.ts'

type Watched = {
  readonly db: Db
  readonly connections: () => Connections
  readonly chores: readonly Pick<Chore, 'name'>[]
  readonly folder: string
}

type Monitoring = {
  readonly watchAt: WatchAt
  /** Every name that is exported, whether or not it has a number yet. */
  readonly names: readonly string[]
  /** Serves `/metrics` and says where. */
  readonly listen: (at: { host: string; port: number }) => Promise<string>
  readonly close: () => Promise<void>
}

export function openMonitoring({ chores, folder, ...database }: Watched): Monitoring {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const watchAt = watchRequests(registry)
  const stopHearing = watchWork(registry, { chores })
  const askDatabase = watchDatabase(registry, database)
  watchDisk(registry, folder)

  const server = createServer(async (request, response) => {
    const isAsked = request.method === 'GET' && request.url?.split('?')[0] === '/metrics'
    if (!isAsked) return response.writeHead(404).end()
    await askDatabase()
    const text = await registry.metrics()
    return response.writeHead(200, { 'content-type': registry.contentType }).end(text)
  })

  return {
    watchAt,
    names: registry.getMetricsAsArray().map(({ name }) => name),
    async listen({ host, port }) {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      server.once('error', reject).listen(port, host, () => resolve())
      await promise
      const at = server.address()
      if (at === null || typeof at === 'string') throw new Error('no port to be read at')
      return `http://${at.family === 'IPv6' ? `[${at.address}]` : at.address}:${at.port}/metrics`
    },
    async close() {
      stopHearing()
      server.close()
      server.closeAllConnections()
    },
  }
}
