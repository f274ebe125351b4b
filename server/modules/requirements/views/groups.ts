import { contract, keysOf } from '@zhixing/contract'
import { cohorts } from '@zhixing/contract/words.ts'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { organizations } from '../../organizations/table.ts'
import { allRequirements } from '../catalogue/index.ts'
import { tally, tallyBelow, tallyByCohort, together } from '../catalogue/look.ts'
import type { Tally } from '../catalogue/look.ts'
import type { Frame } from '../catalogue/frame.ts'
import type { Requirement } from '../catalogue/declare.ts'
import { askedOf, sceneAt } from '../catalogue/scene.ts'
import { overview } from '../../overviews/index.ts'

/** What is asked here, and how many stand where under each. */
export const listRequirements = overview(contract.requirements.list, async (sight, asked) => {
  const { frame, head } = await sceneAt(sight, { ...asked, requirement: 'memberHours' })
  const rows = []
  for (const requirement of allRequirements) {
    const counted = await tally(sight.db, { requirement, frame })
    const nobody = counted.people + counted.counts.excused === 0
    if (!nobody || requirement.isForAll) rows.push({ ...askedOf(requirement, frame), ...counted })
  }
  return { year: head.year, day: head.day, rows }
})

/** One line for each organization directly below, everything below it included. */
export const byOrganization = overview(
  contract.requirements.organizations,
  async (sight, asked) => {
    const { frame, requirement, head, organization } = await sceneAt(sight, asked)
    const { whole, rows } = await organizationsBelow(sight.db, { frame, requirement, organization })
    return { ...head, ...whole, rows }
  },
)

/** Who lacks what, by cohort and by organization. */
export const gaps = overview(contract.requirements.gaps, async (sight, asked) => {
  const { frame, requirement, head, organization } = await sceneAt(sight, asked)
  const { db } = sight
  const tallies = await tallyByCohort(db, { requirement, frame })
  const groups = keysOf(cohorts).flatMap((cohort) => {
    const counted = tallies.get(cohort)
    return counted && counted.people > 0
      ? [{ cohort, key: cohort, name: cohorts[cohort], ...counted }]
      : []
  })
  const { whole, rows } = await organizationsBelow(db, { frame, requirement, organization })
  return {
    ...head,
    ...whole,
    cohorts: groups.toSorted(worstFirst),
    organizations: rows.toSorted(worstFirst),
  }
})

type Below = {
  readonly frame: Frame
  readonly requirement: Requirement
  readonly organization: { readonly id: string; readonly path: string }
}

/** Each organization directly below, and all of them as one with whoever belongs to none of them. */
async function organizationsBelow(db: Reader, { frame, requirement, organization }: Below) {
  const children = await db
    .select({ id: organizations.id, name: organizations.name, kind: organizations.kind })
    .from(organizations)
    .where(and(eq(organizations.parentId, organization.id), isNull(organizations.dissolvedOn)))
    .orderBy(asc(organizations.nameKey), asc(organizations.name), asc(organizations.id))
  const step = organization.path.split('/').length
  const tallies = await tallyBelow(db, { requirement, frame }, step)
  const rows = children.flatMap(({ id, name, kind }) => {
    const counted = tallies.get(id)
    if (!counted) return []
    const hasBelow = kind !== 'branch' && kind !== 'jointBranch' && kind !== 'temporaryBranch'
    return [{ organizationId: id, key: id, name, hasBelow, ...counted }]
  })
  return { whole: together([...tallies.values()]), rows }
}

/** The greater share who lag behind first; of two equal ones, the one where more people do. */
function worstFirst(one: Tally, other: Tally): number {
  return shareBehind(other) - shareBehind(one) || other.gapMinutes - one.gapMinutes
}

function shareBehind({ people, counts }: Tally): number {
  return people === 0 ? 0 : (counts.atRisk + counts.behind) / people
}
