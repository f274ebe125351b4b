import { and, eq } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { findSubjects, rosterOf } from '../../audience/index.ts'
import { missing } from '../../../kernel/problem.ts'
import { members } from '../../members/table.ts'

/** On which of the three rosters somebody stands, and why. */
export async function rosterAt(
  db: Reader,
  { unitId, memberId }: { readonly unitId: string; readonly memberId: string },
  day: string,
) {
  const chosen = and(eq(members.unitId, unitId), eq(members.id, memberId))
  const [subject] = await findSubjects(db, chosen, day)
  if (!subject) throw missing('members.unknown')
  return rosterOf(subject, day)
}
