import { connect } from 'node:net'
import type { Socket } from 'node:net'

export type Asked = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly cookie: string
  readonly body?: string
}

export type Heard = { readonly status: number; readonly head: string; readonly body: string }

/**
 * One kept connection, one question at a time. It speaks just enough HTTP to be no weight on the scales: it runs on the
 * same cores as what is measured.
 */
export class Line {
  readonly #socket: Socket
  #heard = ''
  #waiting: PromiseWithResolvers<Heard> | undefined
  #isOpen = true

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.on('data', (piece) => this.#hear(String(piece)))
    socket.on('error', (error) => this.#end(error))
    socket.on('end', () => this.#end(new Error('the server hung up')))
  }

  static open(port: number): Promise<Line> {
    const { promise, resolve, reject } = Promise.withResolvers<Line>()
    const socket = connect(port, '127.0.0.1').setNoDelay(true).setEncoding('latin1')
    socket.once('error', reject)
    socket.once('connect', () => resolve(new Line(socket)))
    return promise
  }

  ask({ method, path, cookie, body = '' }: Asked): Promise<Heard> {
    const waiting = Promise.withResolvers<Heard>()
    this.#waiting = waiting
    const content = body
      ? `content-type: application/json\r\ncontent-length: ${body.length}\r\n`
      : ''
    this.#socket.write(
      `${method} ${path} HTTP/1.1\r\nhost: bench\r\ncookie: ${cookie}\r\n${content}\r\n${body}`,
    )
    return waiting.promise
  }

  /** Whoever keeps a connection has to look whether the other end still does. */
  get isOpen(): boolean {
    return this.#isOpen
  }

  close(): void {
    this.#waiting = undefined
    this.#isOpen = false
    this.#socket.destroy()
  }

  #end(error: Error): void {
    const waiting = this.#waiting
    this.close()
    waiting?.reject(error)
  }

  #hear(piece: string): void {
    this.#heard += piece
    const end = this.#heard.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = this.#heard.slice(0, end)
    const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
    const body = this.#heard.slice(end + 4)
    if (body.length < length) return
    this.#heard = ''
    if (/^connection: close/im.test(head)) this.#isOpen = false
    const waiting = this.#waiting
    this.#waiting = undefined
    waiting?.resolve({ status: Number(head.slice(9, 12)), head, body })
  }
}
