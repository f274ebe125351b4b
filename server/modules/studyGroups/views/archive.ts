import { studyPaperKinds } from '@zhixing/contract/study-words.ts'
import { and, asc, isNull } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { files } from '../../files/table.ts'

/** Every file that hangs on these sittings; asked only after the sittings themselves were shown. */
export async function archivedFiles(db: Reader, sessionIds: readonly string[]) {
  const subjects = new Map(
    sessionIds.flatMap((sessionId) =>
      studyPaperKinds.map((paper) => [`studySession:${sessionId}:${paper}`, { sessionId, paper }]),
    ),
  )
  const rows = await db
    .select()
    .from(files)
    .where(and(oneOf(files.subject, subjects.keys()), isNull(files.removedAt)))
    .orderBy(asc(files.at), asc(files.id))
  return rows.flatMap(({ id, name, bytes, sha256, subject }) => {
    const hung = subjects.get(subject)
    return hung ? [{ ...hung, fileId: id, name, bytes, sha256 }] : []
  })
}
