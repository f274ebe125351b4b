import type { ActivityKind, PlanFacts } from '@zhixing/contract'
import type { Db } from '../../../kernel/db.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import type { Place } from '../../../kernel/reach.ts'
import { isBranch } from '../../organizations/index.ts'
import type { OrganizationKind } from '@zhixing/contract'
import { kindOf } from '../kinds/index.ts'
import { findGroup, keepActivity } from '../store/activities.ts'
import { judgePlan } from './judge-plan.ts'

type Wanted = {
  readonly activityId: string
  readonly branch: Place & { readonly id: string; readonly kind: OrganizationKind }
  readonly kind: ActivityKind
  readonly groupId: string | null
  readonly words: PlanFacts
  readonly by: string
  readonly now: Date
}

/** Keeps what a branch means to hold, judged by the rules of its kind; the same id again is known already. */
export async function planMeeting(tx: Db, wanted: Wanted) {
  const { activityId, branch, words, by, now } = wanted
  const { id: organizationId, unitId, path } = branch
  if (!isBranch(branch.kind)) throw conflict('activities.branchOnly')
  const kind = kindOf(wanted.kind)
  const groupId = kind.due === 'group' ? wanted.groupId : null
  if (kind.due === 'group') {
    if (!groupId) throw conflict('activities.groupMissing')
    if (!(await findGroup(tx, organizationId, groupId))) throw missing('activities.groupUnknown')
  }
  const facts = await judgePlan(tx, kind, words, { unitId, path })
  const made = { createdBy: by, createdAt: now }
  const row = { ...facts, ...made, id: activityId, unitId, organizationId, groupId }
  return { row, kept: await keepActivity(tx, { ...row, kind: kind.key }) }
}
