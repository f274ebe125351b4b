import { systemAct } from '../../../kernel/act.ts'
import { addDays, dayOf } from '../../../kernel/calendar.ts'
import type { Surroundings } from '../../../kernel/caller.ts'
import { findPeopleHolding } from '../../accounts/index.ts'
import { sendNotice } from '../../notices/index.ts'
import { uncounted } from '../catalogue/uncounted.ts'
import type { Uncounted } from '../catalogue/uncounted.ts'

const daysBack = 60

/** Says of each ballot whose last day is over to those who have to count it that it waits; each only once. */
export async function watchBallots(surroundings: Surroundings): Promise<number> {
  const { db, now } = surroundings
  const today = dayOf(now())
  let told = 0
  for (const one of await uncounted(db, { today, since: addDays(today, -daysBack) }))
    told += await remindOne(surroundings, one)
  return told
}

const remindOne = systemAct('ballots.watch', async ({ tx, now }, one: Uncounted) => {
  const { unitId, path, ballotId, organizationId, organizationName, title, until } = one
  const told = await sendNotice(tx, {
    unitId,
    path,
    key: `ballotEnded:${ballotId}`,
    kind: 'reminder',
    from: '平台',
    fromId: ballotId,
    title: `请计票：${title}`.slice(0, 100),
    body: `${organizationName}的这次投票已于 ${until} 当日截止，还没有计票。计票以后才有结果，大家也才看得到。`,
    link: `/ballots/${unitId}/${ballotId}/count`,
    personIds: await findPeopleHolding(tx, 'ballots.hold', { organizationId, now }),
    now,
  })
  return {
    value: told,
    place: { unitId, path },
    change: told > 0 ? { subject: `ballot:${ballotId}`, after: { reminded: told } } : 'none',
  }
})
