import type { Day } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { ruleAt } from '../../rules/index.ts'
import { roleOf } from '../rules/grade.ts'
import {
  addAppraised,
  changeAppraised,
  findAppraised,
  findBranchMembers,
  removeAppraised,
} from '../store/people.ts'
import { keyOf } from '../store/rounds.ts'
import type { Appraisal } from '../store/rounds.ts'

/** Brings the list of a round in line with the roll of today; what people have written stays, unless they have gone. */
export async function enlist(
  tx: Db,
  round: Appraisal,
  day: Day,
): Promise<{ readonly added: string[]; readonly removed: number }> {
  const key = keyOf(round)
  const { path } = round
  const { value: fromYears } = await ruleAt(tx, 'appraisal.graded_from_stage', { path, day })
  const now = await findBranchMembers(tx, round)
  const known = await findAppraised(tx, key)
  const standing = new Map(known.map((row) => [row.person.memberId, row.person]))
  const here = new Set(now.map(({ memberId }) => memberId))
  const gone = [...standing.keys()].filter((memberId) => !here.has(memberId))
  const rows = now.map((member) => ({
    ...key,
    memberId: member.memberId,
    groupId: member.groupId,
    ...roleOf(member, { day, fromYears }),
  }))
  const fresh = rows.filter(({ memberId }) => !standing.has(memberId))
  await addAppraised(tx, fresh)
  for (const { memberId, role, roleNote, groupId } of rows) {
    const person = standing.get(memberId)
    // Whoever was excused stays so until somebody says otherwise.
    if (!person || person.role === 'excused') continue
    if (person.role === role && person.groupId === groupId) continue
    // The few who moved or were confirmed since.
    // oxlint-disable-next-line no-await-in-loop
    await changeAppraised(tx, person, {
      role,
      roleNote,
      groupId,
      ...(person.role === role ? {} : { selfGrade: null }),
    })
  }
  if (gone.length > 0) await removeAppraised(tx, key, gone)
  return { added: fresh.map(({ memberId }) => memberId), removed: gone.length }
}
