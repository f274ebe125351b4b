import type { Day } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import type { OrganizationKind } from '@zhixing/contract'
import { isBranch } from '../../organizations/index.ts'
import { ruleAt } from '../../rules/index.ts'

type Organization = {
  readonly id: string
  readonly unitId: string
  readonly kind: OrganizationKind
  readonly path: string
}

/** What share of what comes in goes up, by the level. */
export async function percentAt(db: Reader, { id, unitId, kind, path }: Organization, day: Day) {
  const higher = id === unitId ? 'dues.remit.county' : 'dues.remit.committee'
  const key = isBranch(kind) ? 'dues.remit.branch' : higher
  const { value, clause } = await ruleAt(db, key, { path, day })
  return { percent: value, clause }
}
