import { cohorts } from '@zhixing/contract/words.ts'
import { and, eq } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { cohortCondition } from '../../audience/index.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
import { nameOf } from '../rules/person.ts'
import type { PersonKey } from '../rules/person.ts'
import type { classes } from '../table.ts'

type Kind = (typeof classes.$inferSelect)['kind']

/** Classes that are for one cohort only. */
const cohortOf = { youth: 'youth', probationary: 'probationary' } as const

export function cohortFor(kind: Kind) {
  return kind === 'youth' || kind === 'probationary' ? cohortOf[kind] : undefined
}

export function cohortName(kind: Kind): string {
  const cohort = cohortFor(kind)
  return cohort ? cohorts[cohort] : ''
}

/** Who of these belongs to the cohort that a class is for, on its first day. */
export async function findFitting(
  db: Reader,
  { kind, from }: { readonly kind: Kind; readonly from: Day },
  people: readonly PersonKey[],
): Promise<(person: PersonKey) => boolean> {
  const cohort = cohortFor(kind)
  if (!cohort) return () => true
  const unitIds = people.map(({ memberUnitId }) => memberUnitId)
  const ids = people.map(({ memberId }) => memberId)
  const rows = await db
    .select({ memberUnitId: members.unitId, memberId: members.id })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        oneOf(members.unitId, unitIds),
        oneOf(members.id, ids),
        cohortCondition(cohort, from).sql,
      ),
    )
  const fitting = new Set(rows.map(nameOf))
  return (person) => fitting.has(nameOf(person))
}
