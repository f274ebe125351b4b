import type { Caller } from '../../../kernel/caller.ts'
import { and, isNull } from 'drizzle-orm'
import { files } from '../../files/table.ts'
import { findBills } from '../store/bills.ts'
import { findPapers } from '../store/papers.ts'
import type { ClassKey } from '../store/classes.ts'
import { oneOf } from '../../../kernel/many.ts'

/** Every file that hangs on a class or on one of its bills; asked only after the class itself was shown. */
export async function archivedFiles({ db }: Pick<Caller, 'db'>, key: ClassKey) {
  const bills = await findBills(db, key)
  const subjects = [`class:${key.classId}`, ...bills.map(({ id }) => `classBill:${id}`)]
  const paperOf = new Map((await findPapers(db, key)).map((one) => [one.fileId, one.paper]))
  const rows = await db
    .select()
    .from(files)
    .where(and(oneOf(files.subject, subjects), isNull(files.removedAt)))
    .orderBy(files.at, files.id)
  return rows.map(({ id, name, bytes, sha256, subject }) => ({
    fileId: id,
    name,
    bytes,
    sha256,
    paper: subject.startsWith('classBill:')
      ? ('bill' as const)
      : (paperOf.get(id) ?? ('other' as const)),
  }))
}
