import { Readable } from 'node:stream'
import { Query } from 'pg'
import type { ClientBase } from 'pg'

type Wire = {
  readonly stream: NodeJS.WritableStream & { pause: () => void; resume: () => void }
  readonly sendCopyFromChunk: (chunk: Buffer) => void
  readonly endCopyFrom: () => void
  readonly sendCopyFail: (message: string) => void
}

/** Row by row, whoever packs or counts what comes would spend more on each piece than on what is in it. */
const heapBytes = 65_536

/** The rows of `copy … to stdout` as they come; PostgreSQL waits while nobody reads them. */
export function copyOut(client: ClientBase, text: string): Readable {
  const { connection } = client as unknown as { readonly connection: Wire }
  const rows = new Readable({ read: () => connection.stream.resume() })
  let heap: Buffer[] = []
  let bytes = 0
  const hand = () => {
    const whole = Buffer.concat(heap)
    heap = []
    bytes = 0
    return rows.push(whole)
  }
  class CopyOut extends Query {
    handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
      // The reader of the protocol uses its memory again.
      heap.push(Buffer.from(chunk))
      bytes += chunk.length
      if (bytes >= heapBytes && !hand()) connection.stream.pause()
    }
  }
  client.query(
    new CopyOut(text, [], (error: Error | undefined) => {
      if (error) rows.destroy(error)
      else {
        if (bytes > 0) hand()
        rows.push(null)
      }
    }),
  )
  return rows
}

/** Feeds `copy … from stdin` from a stream, no faster than PostgreSQL takes it; answers how many rows it took. */
export function copyIn(client: ClientBase, text: string, source: Readable): Promise<number> {
  class CopyIn extends Query {
    handleCopyInResponse(connection: Wire): void {
      feed(connection, source).catch((error: unknown) => connection.sendCopyFail(String(error)))
    }
  }
  return new Promise((resolve, reject) => {
    client.query(
      new CopyIn(
        text,
        [],
        (error: Error | undefined, result?: { readonly rowCount: number | null }) => {
          if (error) reject(error)
          else resolve(result?.rowCount ?? 0)
        },
      ),
    )
  })
}

async function feed(connection: Wire, source: Readable): Promise<void> {
  for await (const chunk of source) {
    connection.sendCopyFromChunk(chunk as Buffer)
    if ('writableNeedDrain' in connection.stream && connection.stream.writableNeedDrain)
      await new Promise((done) => connection.stream.once('drain', done))
  }
  connection.endCopyFrom()
}
