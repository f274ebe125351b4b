import { and, asc, eq, isNull } from 'drizzle-orm'
import { organizations } from '../../organizations/table.ts'
import { dueOfFullYear, frameAt, progressOf, requirementOf } from '../../requirements/index.ts'
import { findStands, tally, tallyBelow } from '../../requirements/index.ts'
import type { Place } from './place.ts'

const peopleMax = 200

/** The year of study on one strip: the people of a branch, or the organizations below. */
export async function learningAt({ db, now, today, organization, isBranch }: Place) {
  const { path } = organization
  const frame = await frameAt(db, { path, now, today })
  const requirement = requirementOf('memberHours')
  const whole = await tally(db, { requirement, frame })
  const due = dueOfFullYear(requirement, frame)
  if (isBranch) {
    const page = { sort: 'gap', page: 1, size: peopleMax } as const
    const stands = await findStands(db, { requirement, frame }, page)
    return { ...whole, ...due, persons: await progressOf(db, frame, stands), below: [] }
  }
  const tallies = await tallyBelow(db, { requirement, frame }, path.split('/').length)
  const children = await db
    .select({ organizationId: organizations.id, name: organizations.name })
    .from(organizations)
    .where(and(eq(organizations.parentId, organization.id), isNull(organizations.dissolvedOn)))
    .orderBy(asc(organizations.nameKey), asc(organizations.name))
  const below = children.flatMap((child) => {
    const counted = tallies.get(child.organizationId)
    return counted ? [{ ...child, ...counted }] : []
  })
  return { ...whole, ...due, persons: [], below }
}
