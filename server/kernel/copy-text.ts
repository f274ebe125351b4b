import { once } from 'node:events'
import type { Duplex } from 'node:stream'
import { Query } from 'pg'
import type { Db } from './db.ts'
import { clientOf } from './copy.ts'

/**
 * COPY of whole tables as the text that PostgreSQL writes, in both directions. A piece is a Buffer of whole lines;
 * neither side ever holds more than a few of them.
 */
const pieceBytes = 4 * 1024 * 1024

/** Takes out what a `select` says, piece by piece. */
export async function copyOut(
  tx: Db,
  select: string,
  take: (piece: Buffer) => void,
): Promise<void> {
  let piece = Buffer.allocUnsafe(pieceBytes)
  let filled = 0
  const flush = () => {
    if (filled > 0) take(Buffer.from(piece.subarray(0, filled)))
    filled = 0
  }
  await run(tx, (done) => {
    const query = new Query(`copy (${select}) to stdout`, [], done)
    return Object.assign(query, {
      handleCopyData({ chunk }: { chunk: Buffer }) {
        if (filled + chunk.length > piece.length) flush()
        if (chunk.length > piece.length) piece = Buffer.allocUnsafe(chunk.length)
        filled += chunk.copy(piece, filled)
      },
    })
  })
  flush()
}

type Connection = {
  readonly stream: Duplex
  readonly sendCopyFromChunk: (chunk: Buffer) => void
  readonly sendCopyFail: (message: string) => void
  readonly endCopyFrom: () => void
}

/** Lays pieces down in a table, whose columns are named with it: `members (unit_id, id)`. No faster than they are taken. */
export async function copyIn(tx: Db, into: string, pieces: Iterable<Buffer>): Promise<void> {
  await run(tx, (done) => {
    const query = new Query(`copy ${into} from stdin`, [], done)
    return Object.assign(query, {
      handleCopyInResponse(connection: Connection) {
        pour(connection, pieces).then(
          () => connection.endCopyFrom(),
          (error: unknown) => connection.sendCopyFail(String(error)),
        )
      },
    })
  })
}

async function pour(connection: Connection, pieces: Iterable<Buffer>): Promise<void> {
  for (const piece of pieces) {
    connection.sendCopyFromChunk(piece)
    if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain')
  }
}

function run(tx: Db, make: (done: (error: Error | undefined) => void) => Query): Promise<void> {
  return new Promise((resolve, reject) => {
    clientOf(tx).query(make((error) => (error ? reject(error) : resolve())))
  })
}
