import { contract } from '@zhixing/contract'
import { dayOf, yearOf } from '../../../kernel/calendar.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { ownView, view } from '../../../kernel/view.ts'
import { findMember } from '../../members/index.ts'
import { isBranch, narrowTo } from '../../organizations/index.ts'
import { owingAt } from '../steps/owing.ts'
import { findHeartTalksOf } from '../store/talks.ts'
import type { HeartTalk } from '../store/talks.ts'

/** Who has talked with whom in a branch in a year. */
export const showMatrix = view(
  contract.heartTalks.matrix,
  async ({ db, now, reach, actor }, { organizationId, year, onlyOwing, page, size }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const { unitId, path, kind } = organization
    const { people, rows, talks, clause } = await owingAt(db, {
      unitId,
      organizationId,
      path,
      year,
      now,
    })
    const shown = onlyOwing ? rows.filter(({ owed }) => owed.length > 0) : rows
    const pairs = Map.groupBy(talks, ({ oneId, otherId }) => `${oneId} ${otherId}`)
    return {
      rows: shown.slice((page - 1) * size, page * size).map(({ owed, ...person }) => ({
        ...person,
        owed: owed.map((one) => ({ ...one, withNames: [...one.withNames] })),
        isDone: owed.length === 0,
      })),
      total: shown.length,
      people,
      pairs: [...pairs.values()].flatMap(pairOf),
      done: rows.filter(({ owed }) => owed.length === 0).length,
      times: talks.length,
      clause,
      isBranch: isBranch(kind),
      mayHold: covers(reachOf(actor.appointments, 'appraisal.hold'), path),
    }
  },
)

function pairOf(talks: readonly HeartTalk[]) {
  const [first] = talks
  if (!first) return []
  const isConfirmed = talks.some(({ confirmedAt }) => confirmedAt !== null)
  return [{ one: first.oneId, other: first.otherId, times: talks.length, isConfirmed }]
}

/** With whom I have talked, whom I still owe a talk, and what waits for my word. */
export const myTalks = ownView(contract.heartTalks.mine, async ({ db, now, actor }) => {
  const { unitId, memberId } = actor
  const year = yearOf(dayOf(now))
  const found = memberId ? await findMember(db, ['/'], { unitId, memberId }) : undefined
  if (!memberId || !found || found.member.leftOn)
    return { year, isMember: false, owed: [], others: [], talks: [], clause: '' }
  const { organizationId } = found.member
  const branch = { unitId, organizationId, path: found.path, year, now }
  const { people, rows, clause } = await owingAt(db, branch)
  const mine = rows.find((row) => row.memberId === memberId)
  const talks = await findHeartTalksOf(db, { unitId, memberId, year })
  return {
    year,
    isMember: true,
    owed: (mine?.owed ?? []).map((one) => ({ ...one, withNames: [...one.withNames] })),
    others: people.filter((one) => one.memberId !== memberId),
    clause,
    talks: talks.map((talk) => {
      const otherId = talk.oneId === memberId ? talk.otherId : talk.oneId
      const { id: heartTalkId, day, kind, note } = talk
      return {
        unitId,
        heartTalkId,
        day,
        otherId,
        otherName: people.find((one) => one.memberId === otherId)?.name ?? '原支部同志',
        kind,
        note,
        isMine: talk.toldBy === memberId,
        confirmedAt: talk.confirmedAt?.toISOString() ?? null,
      }
    }),
  }
})
