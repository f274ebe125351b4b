import type { Db } from '../kernel/db.ts'
import { newId } from '../kernel/ids.ts'
import { files } from '../modules/files/table.ts'
import { noon } from './world.ts'
import type { Person } from './world.ts'

/** Somebody's upload that hangs on nothing yet; only its row, as no act asks for its bytes. */
export async function plantFile(db: Db, { actor }: Person, name: string): Promise<string> {
  const { unitId, place, accountId } = actor
  const id = newId()
  const facts = { name, mediaType: 'application/pdf', bytes: 1, sha256: '' }
  await db
    .insert(files)
    .values({ ...facts, id, unitId, path: place.path, uploadedBy: accountId, at: noon })
  return id
}
