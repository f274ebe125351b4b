import type { Day } from '../../../kernel/calendar.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { findStands, frameAt, requirementOf } from '../../requirements/index.ts'
import type { Lacking } from '../rules/gathered.ts'
import { findComing } from './classes.ts'

export type Where = {
  readonly path: string
  readonly requirement: 'memberHours' | 'committeeHours'
  readonly until: Day
  readonly now: Date
}

/**
 * Who would not reach what the year asks even with all that is planned: activities in which somebody is due, and
 * classes in which they have a seat.
 */
export async function findLacking(
  db: Reader,
  { path, requirement, until, now }: Where,
): Promise<Lacking[]> {
  const frame = await frameAt(db, { path, now, today: dayOf(now), year: Number(until.slice(0, 4)) })
  const stands = await findStands(db, { requirement: requirementOf(requirement), frame })
  const comingOf = await findComing(db, { path, now, until })
  return stands.map((stand) => {
    const { unitId, memberId, name, organizationId, branchName, onlineMinutes, onlineMost } = stand
    const isExcused = stand.excuseReason !== null
    const coming = isExcused ? 0 : stand.plannedMinutes + comingOf(memberId)
    return {
      memberUnitId: unitId,
      memberId,
      name,
      organizationId,
      organizationName: branchName,
      path: stand.path,
      need: Math.max(0, stand.dueYearMinutes - stand.doneMinutes - coming),
      onlineMax: Math.max(0, onlineMost - onlineMinutes),
      isExcused,
    }
  })
}
