import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify'
import { overloaded } from './problem.ts'

/** What piles up before a process suffers, and how much of it is borne. */
export type Pressure = {
  /** How many questions wait for a connection to the database. */
  readonly waiting: () => number
  /** How late the loop comes to what is due. */
  readonly lateMs: () => number
  readonly patience?: Patience
}

/** From which on somebody is asked to come again; `seconds` says when. */
type Limits = {
  readonly underWay: number
  readonly waiting: number
  readonly lateMs: number
  readonly seconds: number
}

/** Who only looks goes first; who brings something is let in while there is any room. */
export type Patience = { readonly looking: Limits; readonly bringing: Limits }

export const usual: Patience = {
  looking: { underWay: 500, waiting: 200, lateMs: 150, seconds: 2 },
  bringing: { underWay: 5_000, waiting: 1_500, lateMs: 800, seconds: 4 },
}

/** Whoever watches over the process is always answered. */
const watchers = new Set(['/health', '/ready'])

/**
 * Sends requests away at the door, with a sentence and the time to come again, before those inside suffer. Nothing of
 * what is sent away has begun; what has been let in is finished.
 */
export function holdBack(
  app: FastifyInstance,
  { waiting, lateMs, patience = usual }: Pressure,
): void {
  const inside = new WeakSet<FastifyRequest>()
  let underWay = 0
  const say = reporter(app.log)

  app.addHook('onRequest', (request, _, done) => {
    if (watchers.has(request.url)) return done()
    const load = { underWay, waiting: waiting(), lateMs: lateMs() }
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

type Load = { readonly underWay: number; readonly waiting: number; readonly lateMs: number }

function isTooMuch(load: Load, limits: Limits): boolean {
  return (
    load.underWay >= limits.underWay ||
    load.waiting >= limits.waiting ||
    load.lateMs >= limits.lateMs
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
