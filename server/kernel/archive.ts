import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import yazl from 'yazl'
import { fileNameOf } from './download.ts'
import type { FileStore } from './files.ts'

type Attached = {
  readonly fileId: string
  readonly bytes: number
  readonly sha256: string
}

/** A zip to take away: what was drawn, what was attached as it is, and a list with the digest of each. */
export function newArchive(mtime: Date) {
  const zip = new yazl.ZipFile()
  const manifest: { name: string; bytes: number; sha256: string }[] = []
  return {
    put(path: string, bytes: Buffer): void {
      const name = pathOf(path)
      zip.addBuffer(bytes, name, { mtime })
      manifest.push({ name, bytes: bytes.length, sha256: digestOf(bytes) })
    },
    /** Opened when its turn comes: an archive may hold more files than may be open at once. */
    putFile(path: string, file: Attached, store: FileStore): void {
      const name = pathOf(path)
      const { fileId, bytes, sha256 } = file
      zip.addReadStreamLazy(name, { mtime, size: bytes }, (done) =>
        done(null, createReadStream(store.pathOf(fileId))),
      )
      manifest.push({ name, bytes, sha256 })
    },
    /** With the list at its end. */
    close(facts: object): Readable {
      const list = { ...facts, madeAt: mtime.toISOString(), files: manifest }
      zip.addBuffer(Buffer.from(`${JSON.stringify(list, null, 2)}\n`), 'manifest.json', { mtime })
      zip.end()
      return Readable.from(zip.outputStream)
    },
  }
}

/** Whoever unpacks it gets files below one folder, whatever those were called of whom they are. */
function pathOf(path: string): string {
  return path.split('/').map(fileNameOf).join('/')
}

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
