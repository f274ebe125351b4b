/**
 * Files: streamed to the disk, typed by their content, and seen by whoever may see what they hang on.
 * A capability that lets files hang on something declares in `FileSubject` who may see them.
 */
import type { Actor } from '../../kernel/caller.ts'
import type { Db, Reader } from '../../kernel/db.ts'
import type { FileStore } from '../../kernel/files.ts'
import { newId } from '../../kernel/ids.ts'
import { conflict, missing } from '../../kernel/problem.ts'
import { mediaOf, safeNameOf } from './rules.ts'
import { changeFile, findFile, findFilesById, findFilesOf, keepRow, lockFile } from './store.ts'
import type { FileKey, StoredFile } from './store.ts'

export { keptIds as keptFileIds, rehang as rehangFiles } from './store.ts'
export type { FileKey, StoredFile } from './store.ts'

/** `kind` is the first part of a file's subject, "activity:<id>". */
export type FileSubject = {
  readonly kind: string
  readonly maySee: (
    sight: { readonly db: Reader; readonly actor: Actor; readonly now: Date },
    file: StoredFile,
  ) => Promise<boolean>
}

type Hanging = FileKey & {
  readonly subject: string
  readonly path: string
  readonly accountId: string
}

/** Hangs one's own upload on something; doing it twice is once. */
export async function attachFile(tx: Db, hanging: Hanging): Promise<StoredFile> {
  const { subject, path, accountId } = hanging
  const file = await lockFile(tx, hanging)
  if (file?.uploadedBy !== accountId) throw missing('files.unknown')
  if (file.subject !== '' && file.subject !== subject)
    throw conflict('files.taken', { 名称: file.name })

  await changeFile(tx, file, { subject, path })
  return file
}

/** Takes away what hangs on this subject; the bytes stay, because somebody may ask. */
export async function detachFile(
  tx: Db,
  { subject, now, ...key }: FileKey & { readonly subject: string; readonly now: Date },
): Promise<StoredFile> {
  const file = await lockFile(tx, key)
  if (file?.subject !== subject) throw missing('files.unknown')
  await changeFile(tx, file, { removedAt: now })
  return file
}

/** Somebody's own upload, to be read on the spot; nothing where it is another's. */
export async function readFile(
  db: Reader,
  store: FileStore,
  { accountId, ...key }: FileKey & { readonly accountId: string },
) {
  const file = await findFile(db, key)
  if (file?.uploadedBy !== accountId) throw missing('files.unknown')
  return {
    file,
    path: store.pathOf(file.id),
  }
}

type Generated = Omit<Hanging, 'fileId'> & {
  readonly name: string
  readonly content: Parameters<FileStore['receive']>[1]
  readonly now: Date
}

const generatedBytesMax = 500 * 1024 * 1024

/** Keeps what the platform made itself: a report as it was signed, an export. */
export async function keepFile(tx: Db, store: FileStore, generated: Generated): Promise<FileKey> {
  const { unitId, subject, path, accountId, content, now } = generated
  const id = newId()
  const name = safeNameOf(generated.name)
  const { bytes, sha256 } = await store.receive(id, content, generatedBytesMax)
  await store.keep(id)
  const facts = { name, mediaType: mediaOf(name), bytes, sha256, subject, path }
  await keepRow(tx, { ...facts, id, unitId, uploadedBy: accountId, at: now })
  return { unitId, fileId: id }
}

/** What hangs on each subject, as lists show it. */
export async function filesOf(db: Reader, subjects: readonly string[]) {
  const rows = await findFilesOf(db, subjects)
  return Map.groupBy(
    rows.map(({ unitId, id, name, bytes, subject }) => ({
      unitId,
      fileId: id,
      name,
      bytes,
      subject,
    })),
    ({ subject }) => subject,
  )
}

/** The names of these files, by their ids. */
export async function filesById(db: Reader, ids: readonly string[]) {
  const rows = await findFilesById(db, ids)
  return new Map(rows.map(({ unitId, id, name }) => [id, { unitId, fileId: id, name }]))
}
