import { and, asc, isNull } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { isBranchIn } from '../../meetings/index.ts'
import type { Branch } from '../../meetings/index.ts'
import { isBranch } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'

type Scope = { readonly organization: Branch; readonly below: Reach; readonly now: Date }

/** The branch itself, or every live branch below a committee. */
export async function branchesAt(
  db: Reader,
  { organization, below, now }: Scope,
): Promise<Branch[]> {
  if (isBranch(organization.kind)) return organization.dissolvedOn ? [] : [organization]
  return db
    .select()
    .from(organizations)
    .where(and(isBranchIn(below, dayOf(now)), isNull(organizations.dissolvedOn)))
    .orderBy(asc(organizations.nameKey), asc(organizations.name))
}
