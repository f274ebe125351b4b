import { Readable } from 'node:stream'
import { newId } from '../kernel/ids.ts'
import { files as rows } from '../modules/files/table.ts'
import { db } from './database.ts'
import { files, noon } from './world.ts'
import type { Person } from './world.ts'

/** Somebody's upload with its bytes, as it lies there after the wire has judged it. */
export async function uploadAs(
  { actor }: Person,
  name: string,
  bytes: Uint8Array,
): Promise<string> {
  const { unitId, place, accountId } = actor
  const fileId = newId()
  await files.receive(fileId, Readable.from([Buffer.from(bytes)]), 1_000_000_000)
  await files.keep(fileId)
  const facts = { name, mediaType: 'application/octet-stream', bytes: bytes.length, sha256: '' }
  await db
    .insert(rows)
    .values({ ...facts, id: fileId, unitId, path: place.path, uploadedBy: accountId, at: noon })
  return fileId
}
