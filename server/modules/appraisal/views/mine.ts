import { contract } from '@zhixing/contract'
import type { Reader } from '../../../kernel/db.ts'
import { ownView } from '../../../kernel/view.ts'
import { formOf } from '../../forms/index.ts'
import { rateesOf } from '../rules/round.ts'
import { turnOf } from '../steps/read-round.ts'
import { findAppraised, findOpinions } from '../store/people.ts'
import { findRoundsOf, keyOf } from '../store/rounds.ts'
import type { Appraisal } from '../store/rounds.ts'
import { headOf, opinionsOf, selfOf } from './round.ts'

/** What is asked of me this year, and what the years came to: of others only whom I am asked to rate. */
export const myAppraisal = ownView(contract.appraisal.mine, async ({ db, actor }) => {
  const { unitId, memberId } = actor
  if (!memberId) return { rounds: [] }
  const found = await findRoundsOf(db, unitId, memberId)
  const rounds = await Promise.all(found.map(({ appraisal }) => roundOf(db, appraisal, memberId)))
  return { rounds: rounds.flatMap((round) => round ?? []) }
})

async function roundOf(db: Reader, round: Appraisal, memberId: string) {
  const key = keyOf(round)
  const rows = await findAppraised(db, key)
  const own = rows.find(({ person }) => person.memberId === memberId)
  if (!own) return undefined
  const { ballot } = await turnOf(db, round)
  const people = rows.map(({ person }) => person)
  const said = (await findOpinions(db, key)).filter(({ opinion }) => opinion.raterId === memberId)
  const ratees = new Set(rateesOf(own.person, people, round.byGroup))
  const { role, roleNote, headings, grade, opinion, reply, readAt } = own.person
  return {
    ...(await headOf(db, round, ballot)),
    role,
    roleNote,
    definition: await formOf(db, round),
    self: selfOf(own.person),
    others: rows
      .filter(({ person }) => ratees.has(person))
      .map(({ person, name }) => {
        const mine = said.find((one) => one.opinion.memberId === person.memberId)
        return {
          memberId: person.memberId,
          name,
          isGraded: person.role === 'graded',
          grade: mine?.opinion.grade ?? null,
          comment: mine?.opinion.comment ?? '',
          isRated: mine !== undefined,
        }
      }),
    ballotId: ballot?.way === 'electronic' && ballot.state === 'open' ? ballot.ballotId : null,
    result:
      round.closedOn && role !== 'excused'
        ? {
            grade,
            headings,
            opinion,
            opinions: await opinionsOf(db, key, memberId),
            reply,
            isRead: readAt !== null,
          }
        : null,
  }
}
