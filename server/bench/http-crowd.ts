import { connect } from 'node:net'

/** What one of the crowd sends next, until there is nothing more. */
export type Posted = { readonly cookie: string; readonly body: string }

export type Crowded = {
  readonly path: string
  readonly port: number
  readonly concurrency: number
  readonly seconds: number
  readonly next: () => Posted
}

/**
 * Posts over kept connections, one call after another on each, and answers how many came through in a second. It
 * speaks just enough HTTP to be no weight on the scales: it runs on the same cores as what is measured.
 */
export async function postAll(crowd: Crowded): Promise<number> {
  const began = performance.now()
  const until = began + crowd.seconds * 1000
  const counts = await Promise.all(
    Array.from({ length: crowd.concurrency }, () => postUntil(crowd, until)),
  )
  const sum = counts.reduce((total, count) => total + count, 0)
  return sum / ((performance.now() - began) / 1000)
}

function postUntil({ path, port, next }: Crowded, until: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const socket = connect(port, '127.0.0.1').setNoDelay(true).setEncoding('latin1')
  let count = 0
  let heard = ''
  const post = () => {
    if (performance.now() > until) {
      socket.end()
      resolve(count)
      return
    }
    const { cookie, body } = next()
    socket.write(
      `POST ${path} HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\ncookie: ${cookie}\r\n` +
        `content-length: ${body.length}\r\n\r\n${body}`,
    )
  }
  socket.on('connect', post)
  socket.on('error', reject)
  socket.on('data', (piece) => {
    heard += String(piece)
    const head = heard.indexOf('\r\n\r\n')
    const length = /content-length: (\d+)/i.exec(heard)?.[1]
    if (head < 0 || heard.length < head + 4 + Number(length)) return
    if (!heard.startsWith('HTTP/1.1 200')) {
      socket.destroy()
      reject(new Error(`refused: ${heard.slice(head + 4)}`))
      return
    }
    count += 1
    heard = ''
    post()
  })
  return promise
}
