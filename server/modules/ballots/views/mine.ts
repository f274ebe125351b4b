import { contract } from '@zhixing/contract'
import { and, desc, eq, gte, or } from 'drizzle-orm'
import { addDays, dayOf } from '../../../kernel/calendar.ts'
import type { Actor } from '../../../kernel/caller.ts'
import type { Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { openView, ownView } from '../../../kernel/view.ts'
import { organizations } from '../../organizations/table.ts'
import { announcementOf, headOf, slipOf } from '../steps/show.ts'
import { findBallot } from '../store/ballots.ts'
import { ballotVoters, ballots } from '../table.ts'

const shownDays = 30

type Me = Pick<Actor, 'memberId' | 'unitId'>

/** The ballots in which somebody has a vote, since a day. */
async function findMine(db: Reader, { memberId, unitId }: Me, since: string) {
  if (!memberId) return []
  return db
    .select({
      ballot: ballots,
      organizationName: organizations.name,
      ticket: ballotVoters.ticket,
      isPresent: ballotVoters.isPresent,
    })
    .from(ballotVoters)
    .innerJoin(
      ballots,
      and(eq(ballots.unitId, ballotVoters.unitId), eq(ballots.id, ballotVoters.ballotId)),
    )
    .innerJoin(organizations, eq(organizations.id, ballots.organizationId))
    .where(
      and(
        eq(ballotVoters.memberUnitId, unitId),
        eq(ballotVoters.memberId, memberId),
        or(eq(ballots.state, 'open'), gte(ballots.countedOn, since)),
      ),
    )
    .orderBy(desc(ballots.openedOn), desc(ballots.id))
}

/** What somebody who is there can vote on now and has no ticket for yet. */
export async function castable(db: Reader, me: Me, now: Date) {
  const today = dayOf(now)
  const found = await findMine(db, me, today)
  return found
    .filter(({ ballot, ticket, isPresent }) => {
      const isOpen = ballot.state === 'open' && ballot.until >= today
      return isOpen && ballot.way === 'electronic' && isPresent && ticket === null
    })
    .map(({ ballot, organizationName }) => headOf(ballot, organizationName))
}

export const mine = ownView(contract.ballots.mine, async ({ db, now, actor }) => {
  const found = await findMine(db, actor, addDays(dayOf(now), -shownDays))
  const rows = found
    .filter(({ ballot }) => ballot.way === 'electronic')
    .map(({ ballot, organizationName, ticket }) => ({
      ...headOf(ballot, organizationName),
      hasTicket: ticket !== null,
    }))
  const isDue = ({ state, hasTicket }: (typeof rows)[number]) => state === 'open' && !hasTicket
  return { rows: rows.toSorted((one, other) => Number(isDue(other)) - Number(isDue(one))) }
})

export const asked = ownView(contract.ballots.asked, async ({ db, actor }, key) => {
  const found = await findMine(db, actor, '1921-07-01')
  const one = found.find(({ ballot }) => ballot.unitId === key.unitId && ballot.id === key.ballotId)
  if (!one) throw missing('ballots.notAsked')
  const { ballot, organizationName, ticket, isPresent } = one
  return {
    ...headOf(ballot, organizationName),
    hasTicket: ticket !== null,
    isPresent,
    result: announcementOf(ballot),
  }
})

/** The same for everybody, so that nobody can be given a key of their own. */
export const slip = openView(contract.ballots.slip, async ({ db }, key) => {
  const ballot = await findBallot(db, key)
  if (ballot?.way !== 'electronic') throw missing('ballots.unknown')
  const { title, publicKey } = ballot
  return { ...(await slipOf(db, ballot)), title, publicKey }
})
