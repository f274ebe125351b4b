import { tablesOf } from './kernel/distribute.ts'
import type { Invariant } from './kernel/invariants.ts'
import { ballotInvariants } from './modules/ballots/catalogue/invariants.ts'
import { classInvariants } from './modules/classes/catalogue/invariants.ts'
import { duesInvariants } from './modules/dues/catalogue/invariants.ts'
import { hourInvariants } from './modules/ledgers/catalogue/invariants.ts'
import { stockInvariants } from './modules/materials/catalogue/invariants.ts'
import { memberInvariants } from './modules/members/catalogue/invariants.ts'
import { organizationInvariants } from './modules/organizations/catalogue/invariants.ts'
import { procedureInvariants } from './modules/procedures/catalogue/invariants.ts'
import * as schema from './schema.ts'

/** Everything that must be true of the database, capability by capability. */
export function allInvariants(): readonly Invariant[] {
  return [
    ...organizationInvariants(tablesOf(schema)),
    ...memberInvariants,
    ...hourInvariants,
    ...procedureInvariants,
    ...classInvariants,
    ...stockInvariants,
    ...duesInvariants,
    ...ballotInvariants,
  ]
}
