import { cohorts } from '@zhixing/contract/words.ts'
import { and, eq } from 'drizzle-orm'
import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { cohortCondition } from '../../audience/index.ts'
import { members } from '../../members/table.ts'
import { organizations } from '../../organizations/table.ts'
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

/** Whether a member belongs to the cohort that a class is for, on its first day. */
export async function fits(
  db: Reader,
  { kind, from }: { readonly kind: Kind; readonly from: Day },
  { memberUnitId, memberId }: { readonly memberUnitId: string; readonly memberId: string },
): Promise<boolean> {
  const cohort = cohortFor(kind)
  if (!cohort) return true
  const [row] = await db
    .select({ id: members.id })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        eq(members.unitId, memberUnitId),
        eq(members.id, memberId),
        cohortCondition(cohort, from).sql,
      ),
    )
  return row !== undefined
}
