import { and, like } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Db } from '../../../kernel/db.ts'
import { conditionOf, findSubjects, presentOn } from '../../audience/index.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { oneOf } from '../../../kernel/many.ts'
import { factsOf } from '../rules/groups.ts'
import type { Candidate } from '../rules/draw.ts'
import type { surveys } from '../table.ts'

type Survey = Pick<typeof surveys.$inferSelect, 'audience' | 'path'>

/** Everybody whom the survey means, as they are on the day. */
export async function candidatesOf(tx: Db, survey: Survey, day: Day): Promise<Candidate[]> {
  const meant = conditionOf(survey.audience, day).sql
  return find(tx, and(like(organizations.path, `${survey.path}%`), presentOn(day), meant), day)
}

/** These, as they are on the day. */
export async function candidatesNamed(
  tx: Db,
  memberIds: readonly string[],
  day: Day,
): Promise<Candidate[]> {
  return find(tx, and(oneOf(members.id, memberIds), presentOn(day)), day)
}

async function find(
  tx: Db,
  where: Parameters<typeof findSubjects>[1],
  day: Day,
): Promise<Candidate[]> {
  const people = await findSubjects(tx, where, day)
  return people.map((one) => ({
    memberUnitId: one.unitId,
    memberId: one.memberId,
    ...factsOf(one, day),
  }))
}
