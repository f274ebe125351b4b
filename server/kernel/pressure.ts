import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify'
import { overloaded } from './problem.ts'

/** What piles up before a process suffers, and how much of it is borne. */
export type Pressure = {
  /** How many questions wait for a connection to the database. */
  readonly waiting: () => number
  /** How late the loop comes to what is due. */
  readonly lateMs: () => number
  /** How long the line for a connection is for who comes now. */
  readonly lineMs: () => number
  readonly patience?: Patience
}

/** From which on somebody is asked to come again; `seconds` says when. */
type Limits = {
  readonly underWay: number
  readonly waiting: number
  readonly lateMs: number
  readonly lineMs: number
  readonly seconds: number
}

/** Who only looks goes first; who brings something is let in while there is any room. */
export type Patience = { readonly looking: Limits; readonly bringing: Limits }

export const usual: Patience = {
  looking: { underWay: 500, waiting: 500, lateMs: 150, lineMs: 400, seconds: 2 },
  bringing: { underWay: 5_000, waiting: 3_000, lateMs: 800, lineMs: 3_000, seconds: 4 },
}

/** Whoever watches over the process is always answered. */
const watchers = new Set(['/health', '/ready'])

/**
 * Sends requests away at the door, with a sentence and the time to come again, before those inside suffer. Nothing of
 * what is sent away has begun; what has been let in is finished.
 */
export function holdBack(
  app: FastifyInstance,
  { waiting, lateMs, lineMs, patience = usual }: Pressure,
): void {
  const inside = new WeakSet<FastifyRequest>()
  let underWay = 0
  const say = reporter(app.log)

  app.addHook('onRequest', (request, _, done) => {
    if (watchers.has(request.url)) return done()
    const load = { underWay, waiting: waiting(), lateMs: lateMs(), lineMs: lineMs() }
    const limits = isLooking(request) ? patience.looking : patience.bringing
    if (isTooMuch(load, limits)) {
      say(load)
      return done(overloaded(limits.seconds))
    }
    // How long a file takes to come in is its sender's affair.
    if (!request.headers['content-type']?.startsWith('multipart/')) {
      inside.add(request)
      underWay += 1
    }
    return done()
  })
  const leave = (request: FastifyRequest) => {
    if (inside.delete(request)) underWay -= 1
  }
  // An answer that is there may take its time to go out.
  app.addHook('onSend', (request, _, __, done) => {
    leave(request)
    done()
  })
  app.addHook('onResponse', (request, _, done) => {
    leave(request)
    done()
  })
}

/** What the interface is asked for; pages cost next to nothing, and without them nobody hears the sentence. */
function isLooking({ method, url }: FastifyRequest): boolean {
  return method === 'GET' && url.startsWith('/api/')
}

type Load = Omit<Limits, 'seconds'>

function isTooMuch(load: Load, limits: Limits): boolean {
  return (
    load.underWay >= limits.underWay ||
    load.waiting >= limits.waiting ||
    load.lateMs >= limits.lateMs ||
    load.lineMs >= limits.lineMs
  )
}

const saidEveryMs = 10_000

/** The operator hears of it once in a while, not once for each who was sent away. */
function reporter(log: FastifyBaseLogger): (load: Load) => void {
  let [sentAway, saidAt] = [0, -Infinity]
  return (load) => {
    sentAway += 1
    const now = performance.now()
    if (now - saidAt < saidEveryMs) return
    log.warn({ ...load, sentAway }, 'more comes in than can be done: requests are sent away')
    ;[sentAway, saidAt] = [0, now]
  }
}

const everyMs = 100
const looks = 5

/** How late the loop comes, by the median of its last looks: one long moment is no crowd. */
export function watchLoop(): { readonly lateMs: () => number; readonly stop: () => void } {
  const late = Array.from({ length: looks }, () => 0)
  let median = 0
  let due = performance.now() + everyMs
  const timer = setInterval(() => {
    const now = performance.now()
    late.shift()
    late.push(Math.max(0, now - due))
    due = now + everyMs
    median = late.toSorted((one, other) => one - other)[Math.floor(looks / 2)] ?? 0
  }, everyMs).unref()
  return { lateMs: () => median, stop: () => clearInterval(timer) }
}

type Line = { readonly waiting: () => number; readonly standInLine: () => Promise<void> }

/**
 * How long the line for a connection is, by one who stands in it: how many are in it tells nothing, because one holds a
 * connection for a millisecond and another for a second.
 */
export function watchLine({ waiting, standInLine }: Line): {
  readonly lineMs: () => number
  readonly stop: () => void
} {
  let last = 0
  let since: number | undefined
  const timer = setInterval(() => {
    if (since !== undefined) return
    if (waiting() === 0) {
      last = 0
      return
    }
    const began = performance.now()
    since = began
    const leave = () => {
      last = performance.now() - began
      since = undefined
    }
    standInLine().then(leave, leave)
  }, everyMs).unref()
  const lineMs = () => Math.max(last, since === undefined ? 0 : performance.now() - since)
  return { lineMs, stop: () => clearInterval(timer) }
}

/** All gauges of a process. */
export function watchPressure(queue: Line): Pressure & { readonly stop: () => void } {
  const [loop, line] = [watchLoop(), watchLine(queue)]
  const stop = () => [loop, line].forEach((gauge) => gauge.stop())
  return { waiting: queue.waiting, lateMs: loop.lateMs, lineMs: line.lineMs, stop }
}
