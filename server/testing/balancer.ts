import { Agent, createServer, get, request as ask } from 'node:http'
import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Spreads requests over servers, one after another in turn. It knows nothing of sessions, and keeps nothing. */
export type Balancer = {
  readonly address: string
  readonly add: (server: string) => void
  readonly remove: (server: string) => void
  /** How many requests each server was given. */
  readonly given: ReadonlyMap<string, number>
  readonly close: () => Promise<void>
}

const lookEveryMillis = 100

/** Only who says so at /ready is sent requests; streams pass through unread, and connections are kept on both sides. */
export async function openBalancer(): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true })
  const ready = new Map<string, boolean>()
  const given = new Map<string, number>()
  let turn = 0

  const note = (server: string, isAble: boolean) => {
    // Somebody may have taken it out meanwhile.
    if (ready.has(server)) ready.set(server, isAble)
  }
  const look = () =>
    void Promise.all([...ready.keys()].map(async (one) => note(one, await isReady(one))))
  const timer = setInterval(look, lookEveryMillis)

  const next = () => {
    const able = [...ready].flatMap(([server, isAble]) => (isAble ? [server] : []))
    return able[(turn += 1) % able.length]
  }

  function hand(request: IncomingMessage, response: ServerResponse): void {
    const server = next()
    if (!server) {
      response.writeHead(503).end('no server is ready')
      return
    }
    const { method, url: path, headers, socket } = request
    const forwarded = { ...headers, 'x-forwarded-for': socket.remoteAddress ?? '' }
    const onward = ask(`${server}${path}`, { method, headers: forwarded, agent })
    onward.on('socket', (way) => {
      given.set(server, (given.get(server) ?? 0) + 1)
      if (way.connecting) way.once('connect', () => request.pipe(onward))
      else request.pipe(onward)
    })
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.on('error', () => response.destroy()).pipe(response)
    })
    onward.on('error', (error) => {
      // Nothing was said to who is not there: somebody else can be asked.
      if (!isRefused(error)) return giveUp(onward, response)
      note(server, false)
      return hand(request, response)
    })
    response.on('close', () => onward.destroy())
  }

  const balancer = createServer(hand)
  await new Promise<void>((done) => balancer.listen(0, '127.0.0.1', done))
  return {
    address: `http://127.0.0.1:${(balancer.address() as AddressInfo).port}`,
    add: (server) => void ready.set(server, true),
    remove: (server) => void ready.delete(server),
    given,
    async close() {
      clearInterval(timer)
      balancer.closeAllConnections()
      await new Promise((done) => balancer.close(done))
      agent.destroy()
    },
  }
}

function giveUp(onward: ClientRequest, response: ServerResponse): void {
  onward.destroy()
  if (response.headersSent) response.destroy()
  else response.writeHead(502).end('the server hung up')
}

function isRefused(error: Error): boolean {
  return 'code' in error && error.code === 'ECONNREFUSED'
}

function isReady(server: string): Promise<boolean> {
  return new Promise((done) => {
    const asked = get(`${server}/ready`, { agent: false, timeout: 2_000 }, (answer) => {
      answer.resume()
      done(answer.statusCode === 200)
    })
    asked.on('timeout', () => asked.destroy())
    asked.on('error', () => done(false))
  })
}
