import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32 } from 'node:zlib'
import { unreadable } from '../problem.ts'
import { refuseBroken } from './open-archive.ts'
import type { OpenArchive, Part } from './open-archive.ts'

/** Writes every part below a folder of ours, one after the other, and says after each how many bytes are done. */
export async function unpack(
  archive: OpenArchive,
  folder: string,
  onPart: (bytes: number) => Promise<void> = async () => undefined,
): Promise<void> {
  let done = 0
  for (const part of archive.parts) {
    const path = join(folder, part.kept)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await write(archive, part, path)
    done += part.bytes
    await onPart(done)
  }
}

async function write(archive: OpenArchive, part: Part, path: string): Promise<void> {
  const source = await archive.open(part)
  let seen = 0
  const sum = new Transform({
    transform(chunk: Buffer, _, done) {
      seen = crc32(chunk, seen)
      done(null, chunk)
    },
  })
  await pipeline(source, sum, createWriteStream(path, { mode: 0o600, flags: 'wx' })).catch(
    refuseBroken,
  )
  if (seen !== part.crc32) throw unreadable('archives.sum', { 名称: part.name })
}

/** One small part as a whole. */
export async function readPart(archive: OpenArchive, part: Part): Promise<Buffer> {
  const pieces: Buffer[] = []
  try {
    for await (const piece of await archive.open(part)) pieces.push(piece as Buffer)
  } catch (error) {
    refuseBroken(error)
  }
  return Buffer.concat(pieces)
}
