import { contract } from '@zhixing/contract'
import { and, asc, count, eq } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf, within } from '../../../kernel/reach.ts'
import { ownView, view } from '../../../kernel/view.ts'
import { members } from '../../members/table.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import type { State } from '../rules/talk.ts'
import { rowOf } from '../steps/show.ts'
import { findFollowUps, findTalk, findTalksOf } from '../store.ts'
import { talks } from '../table.ts'

/** What is to be held, looked after or settled, the next day first. */
export const listTalks = view(
  contract.talks.list,
  async ({ db, now, reach }, { organizationId, state, page, size }) => {
    const narrowed = await narrowTo(db, reach, organizationId)
    const below = within(narrowed.reach, talks.path)
    const day = dayOf(now)
    const chosen = and(below, state ? eq(talks.state, state) : undefined)
    const rows = await db
      .select({ talk: talks, name: members.name, organizationName: organizations.name })
      .from(talks)
      .innerJoin(members, and(eq(members.unitId, talks.unitId), eq(members.id, talks.memberId)))
      .innerJoin(organizations, eq(organizations.id, talks.organizationId))
      .where(chosen)
      .orderBy(asc(talks.closedOn), asc(talks.plannedOn), asc(talks.id))
      .limit(size)
      .offset((page - 1) * size)
    const counted = await db
      .select({ state: talks.state, count: count() })
      .from(talks)
      .where(below)
      .groupBy(talks.state)
    const of = (key: State) => counted.find((one) => one.state === key)?.count ?? 0
    const counts = {
      planned: of('planned'),
      following: of('following'),
      closed: of('closed'),
      cancelled: of('cancelled'),
    }
    return {
      day,
      counts,
      rows: rows.map((row) => rowOf(row, day)),
      total: await db.$count(talks, chosen),
    }
  },
)

/** All of one talk, what was said included. */
export const showTalk = view(contract.talks.show, async ({ db, now, reach, vault, actor }, key) => {
  const found = await findTalk(db, reach, key)
  if (!found) throw missing('talks.unknown')
  const { talk } = found
  const read = (sealed: string | null) => (sealed ? vault.open(sealed) : '')
  const followUps = await findFollowUps(db, key)
  const day = dayOf(now)
  return {
    ...rowOf(found, day),
    day,
    version: talk.version,
    place: talk.place,
    content: read(talk.contentSealed),
    promise: read(talk.promiseSealed),
    cancelReason: talk.cancelReason,
    followUps: followUps.map(({ day: on, findingSealed, byName, at, next }) => ({
      day: on,
      finding: read(findingSealed),
      byName,
      at: at.toISOString(),
      next,
    })),
    mayHold: covers(reachOf(actor.appointments, 'talks.hold'), talk.path),
  }
})

/** What somebody was asked to, and what they said they would do; not what others noted down. */
export const mine = ownView(contract.talks.mine, async ({ db, vault, actor }) => {
  const { unitId, memberId } = actor
  const rows = memberId ? await findTalksOf(db, unitId, memberId) : []
  return {
    rows: rows
      .filter(({ state }) => state !== 'cancelled')
      .map(({ id, state, talkerName, plannedOn, place, heldOn, promiseSealed }) => ({
        unitId,
        talkId: id,
        state,
        talkerName,
        plannedOn,
        place,
        heldOn,
        promise: promiseSealed ? vault.open(promiseSealed) : '',
      })),
  }
})
