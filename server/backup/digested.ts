import { createHash } from 'node:crypto'
import { Transform } from 'node:stream'

/** Lets everything through, and knows afterwards how much it was and its digest. */
export function digesting() {
  const hash = createHash('sha256')
  const seen = { bytes: 0, lines: 0 }
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      seen.bytes += chunk.length
      for (const byte of chunk) if (byte === newline) seen.lines += 1
      hash.update(chunk)
      done(null, chunk)
    },
  })
  return { stream, done: () => ({ ...seen, sha256: hash.digest('hex') }) }
}

const newline = 0x0a
