import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Files on the disk, by an id that we made ourselves: no name from outside ever becomes a path. */
export type FileStore = {
  /** Takes a stream in, beside the kept files; nothing of it counts before `keep`. */
  readonly receive: (id: string, source: Readable, bytesMax: number) => Promise<Received>
  readonly keep: (id: string) => Promise<void>
  /** A folder with all that `write` puts into it, or nothing at all. */
  readonly fill: (id: string, write: (folder: string) => Promise<void>) => Promise<void>
  /** Both what was received and what was kept. */
  readonly remove: (id: string) => Promise<void>
  readonly pathOf: (id: string) => string
  /** What lies there now: how much, and where asked for, the digest of all of it. Nothing where it is gone. */
  readonly look: (id: string, isDeep: boolean) => Promise<Looked | undefined>
  /** All of it, or from one byte to another, both included. */
  readonly open: (id: string, part?: { start: number; end: number }) => Readable
  /** Everything that lies there, received or kept, and was last touched between the two, in heaps. */
  readonly touchedBetween: (from: Date, until: Date) => AsyncGenerator<readonly string[]>
}

export type Received = {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  /** There was more than is allowed; the rest was not written. */
  readonly isTooLarge: boolean
}

type Looked = { readonly bytes: number; readonly sha256: string | undefined }

const abandonedAfterMillis = 86_400_000

/** Opens the folder, and clears away what a crash has left half received. */
export async function openFileStore(folder: string): Promise<FileStore> {
  const incoming = join(folder, 'incoming')
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  await clearAbandoned(incoming)

  const incomingPath = (id: string) => join(incoming, id)
  // The end of an id is random, its beginning is the time.
  const folderOf = (id: string) => join(folder, id.slice(-2))
  const pathOf = (id: string) => join(folderOf(id), id)
  const remove = async (id: string) => {
    await Promise.all(
      [incomingPath(id), pathOf(id)].map((path) => rm(path, { force: true, recursive: true })),
    )
  }

  return {
    pathOf,
    remove,
    touchedBetween: (from, until) => touchedIn(folder, +from, +until),
    open: (id, part) => createReadStream(pathOf(id), part),
    async look(id, isDeep) {
      const found = await stat(pathOf(id)).catch(() => undefined)
      if (!found) return undefined
      return { bytes: found.size, sha256: isDeep ? await digestOf(pathOf(id)) : undefined }
    },
    async receive(id, source, bytesMax) {
      const path = incomingPath(id)
      try {
        return { path, ...(await write(source, path, bytesMax)) }
      } catch (error) {
        await remove(id)
        throw error
      }
    },
    async keep(id) {
      await mkdir(folderOf(id), { recursive: true, mode: 0o700 })
      await rename(incomingPath(id), pathOf(id))
      await settle(folderOf(id))
    },
    async fill(id, fillIn) {
      // A job that died may have left half of it.
      await remove(id)
      await mkdir(incomingPath(id), { mode: 0o700 })
      try {
        await fillIn(incomingPath(id))
        await mkdir(folderOf(id), { recursive: true, mode: 0o700 })
        await rename(incomingPath(id), pathOf(id))
      } catch (error) {
        await remove(id)
        throw error
      }
    },
  }
}

async function* touchedIn(
  folder: string,
  from: number,
  until: number,
): AsyncGenerator<readonly string[]> {
  for (const name of await readdir(folder)) {
    const heap: string[] = []
    for (const id of await readdir(join(folder, name)).catch(() => [])) {
      const found = await stat(join(folder, name, id)).catch(() => undefined)
      if (found && found.mtimeMs >= from && found.mtimeMs < until) heap.push(id)
    }
    if (heap.length > 0) yield heap
  }
}

/** A file that was moved is there for good when its folder has been written down too; not every system can be asked. */
async function settle(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

const runPastMax = 32 * 1024 * 1024

/** Writes up to the limit and lets a little run past, so that the sender hears our answer; then it is enough. */
async function write(source: Readable, path: string, bytesMax: number) {
  const hash = createHash('sha256')
  let bytes = 0
  const gate = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length
      if (bytes > bytesMax + runPastMax) return done(new Overflow())
      if (bytes > bytesMax) return done()
      hash.update(chunk)
      return done(null, chunk)
    },
  })
  await pipeline(source, gate, createWriteStream(path, { mode: 0o600, flush: true })).catch(
    (error: unknown) => {
      if (!(error instanceof Overflow)) throw error
    },
  )
  return { bytes, sha256: hash.digest('hex'), isTooLarge: bytes > bytesMax }
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

class Overflow extends Error {}

async function clearAbandoned(incoming: string): Promise<void> {
  const names = await readdir(incoming)
  for (const name of names) {
    // Another server may be clearing the same folder.
    const found = await stat(join(incoming, name)).catch(() => undefined)
    if (found && Date.now() - found.mtimeMs > abandonedAfterMillis)
      await rm(join(incoming, name), { recursive: true, force: true })
  }
}
