import type { FastifyInstance } from 'fastify'
import { Counter, Gauge, Histogram } from 'prom-client'
import type { Registry } from 'prom-client'
import { stopwatch } from '../kernel/signals.ts'

/** Which of the servers of one process was asked: the platform, or the packages apart from it. */
type Door = 'platform' | 'packages'

export type WatchAt = (door: Door) => (app: FastifyInstance) => void

/** 0.1 and 0.3 are the goals: of lists and pages, and of a burst. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.3, 1, 2, 10]
/** What proxies write when the client went away before the answer. */
const abandoned = 499

/** Counts what comes in by the pattern of its route, which is ours, never by its address, which may tell of somebody. */
export function watchRequests(registry: Registry): WatchAt {
  const registers = [registry]
  const answered = new Counter({
    name: 'zhixing_http_requests_total',
    help: 'Requests answered, by route and status; 499 is a client that left before its answer.',
    labelNames: ['door', 'method', 'route', 'status'],
    registers,
  })
  const taken = new Histogram({
    name: 'zhixing_http_request_duration_seconds',
    help: 'From the first byte of a request to the last of its answer.',
    labelNames: ['door', 'method', 'route'],
    buckets,
    registers,
  })
  const under = new Gauge({
    name: 'zhixing_http_requests_in_flight',
    help: 'Requests that wait for their answer now.',
    labelNames: ['door'],
    registers,
  })

  return (door) => (app) => {
    const open = under.labels(door)
    open.set(0)
    app.addHook('onRequest', (request, reply, done) => {
      const seconds = stopwatch()
      const { method } = request
      const route = request.routeOptions.url ?? 'unknown'
      open.inc()
      // Comes once, however the exchange ended.
      reply.raw.once('close', () => {
        const status = reply.raw.writableFinished ? reply.raw.statusCode : abandoned
        open.dec()
        taken.labels(door, method, route).observe(seconds())
        answered.labels(door, method, route, String(status)).inc()
      })
      done()
    })
  }
}
