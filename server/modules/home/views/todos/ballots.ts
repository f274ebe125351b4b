import { dayOf } from '../../../../kernel/calendar.ts'
import type { Actor } from '../../../../kernel/caller.ts'
import type { Reader } from '../../../../kernel/db.ts'
import { reachOf } from '../../../../kernel/reach.ts'
import { uncounted } from '../../../ballots/index.ts'
import type { Uncounted } from '../../../ballots/index.ts'
import { castable } from '../../../ballots/views/mine.ts'
import type { Todo } from '../../rules/todo.ts'
import type { Place } from '../place.ts'

/** The slips that wait for somebody who was marked present. */
export async function slipsToCast(db: Reader, actor: Actor, now: Date): Promise<Todo[]> {
  const rows = await castable(db, actor, now)
  return rows.map(({ unitId, ballotId, title, organizationName, until }) => ({
    key: `ballot:${ballotId}`,
    what: `投票：${title}`,
    why: `${organizationName}请您无记名投票，谁也查不到哪张票是您的`,
    clause: '无记名投票',
    deadline: until,
    action: '去投票',
    to: `/ballots/${unitId}/${ballotId}`,
  }))
}

/** At the desk of an organization: its own ballots that are over and wait for their count. */
export async function ballotsToCount(place: Place): Promise<Todo[]> {
  if (!place.may('ballots.hold')) return []
  const { db, today, organization } = place
  const rows = await uncounted(db, { today, paths: [organization.path] })
  return rows.map((row) => ({
    ...toCount(row),
    to: `/ballots?open=${row.unitId}:${row.ballotId}`,
  }))
}

/** On the phone of whoever has to count, where they hold the office itself. */
export async function countsAsked(db: Reader, actor: Actor, now: Date): Promise<Todo[]> {
  const paths = reachOf(actor.appointments, 'ballots.hold')
  if (paths.length === 0) return []
  const rows = await uncounted(db, { today: dayOf(now), paths })
  return rows.map((row) => ({
    ...toCount(row),
    to: `/ballots/${row.unitId}/${row.ballotId}/count`,
  }))
}

function toCount({ ballotId, title, organizationName, until }: Uncounted): Omit<Todo, 'to'> {
  return {
    key: `count:${ballotId}`,
    what: `计票：${title}`,
    why: `${organizationName}的投票已经截止，计票以后才有结果`,
    clause: '投票截止后计票、公布结果',
    deadline: until,
    action: '去计票',
  }
}
