import { contract } from '@zhixing/contract'
import { desc, eq } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { missing } from '../../../kernel/problem.ts'
import { atOrAbove, covers, inLineWith, reachOf } from '../../../kernel/reach.ts'
import { ownView, view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { rankingOf, roundsOfAll } from '../store/contests.ts'
import { findQuiz } from '../store/quizzes.ts'
import { quizContests } from '../table.ts'

export const listContests = view(
  contract.contests.list,
  async ({ db, actor, now, reach }, { organizationId, page, size }) => {
    const { organization } = await narrowTo(db, reach, organizationId)
    const { path } = organization
    const here = inLineWith(path, quizContests.path)
    const rows = await contestsWhere(db, here)
      .limit(size)
      .offset((page - 1) * size)
    const rounds = await roundsShown(db, rows, dayOf(now))
    return {
      rows: rows.map(({ contest, organizationName }) => ({
        ...shownOf(contest, organizationName),
        version: contest.version,
        rounds: (rounds.get(contest.id) ?? []).map(({ shown }) => shown),
      })),
      total: await db.$count(quizContests, here),
      mayKeep: covers(reachOf(actor.appointments, 'quizzes.keep'), path),
    }
  },
)

type Contest = typeof quizContests.$inferSelect

function contestsWhere(db: Reader, where: SQL) {
  return db
    .select({ contest: quizContests, organizationName: organizations.name })
    .from(quizContests)
    .innerJoin(organizations, eq(organizations.id, quizContests.organizationId))
    .where(where)
    .orderBy(desc(quizContests.at), desc(quizContests.id))
    .$dynamic()
}

function shownOf({ unitId, id, title, isRankingShown }: Contest, organizationName: string) {
  return { unitId, contestId: id, title, isRankingShown, organizationName }
}

async function roundsShown(
  db: Reader,
  contests: readonly { readonly contest: Contest }[],
  day: string,
) {
  const ids = contests.map(({ contest }) => contest.id)
  const rounds = await roundsOfAll(db, ids)
  return new Map(
    [...rounds].map(([contestId, some]) => [
      contestId,
      some.map(({ quiz, takers }) => {
        const { unitId, id: quizId, round, kind, title, opensOn, closesOn, admits } = quiz
        const facts = { quizId, round: round ?? 0, kind, title, opensOn, closesOn, admits }
        return { quiz, shown: { unitId, ...facts, takers, isOver: day > closesOn } }
      }),
    ]),
  )
}

/** A crowd is told its heroes; everybody's own score stands beside. */
const shownPlaces = 50
const ownMost = 50

type Ranking = Awaited<ReturnType<typeof rankingOf>>

async function placesOf(db: Reader, ranking: Ranking) {
  const paths = ranking.map(({ path }) => path)
  const known = await db
    .select({ path: organizations.path, name: organizations.name })
    .from(organizations)
    .where(oneOf(organizations.path, paths))
  const names = new Map(known.map(({ path, name }) => [path, name]))
  return ranking.map(({ path, ...place }) => ({
    ...place,
    organizationName: names.get(path) ?? '已变动的组织',
  }))
}

/** For those who hold the contest: always. */
export const ranking = view(contract.contests.ranking, async ({ db, reach }, input) => {
  const { page, size, ...key } = input
  const quiz = await findQuiz(db, key)
  if (!quiz || !covers(reach, quiz.path)) throw missing('quizzes.unknown')
  const all = await rankingOf(db, quiz)
  return {
    kind: quiz.kind,
    title: quiz.title,
    rows: await placesOf(db, all.slice((page - 1) * size, page * size)),
    total: all.length,
  }
})

/** For those who take part: where they stand, if it is shown, and when the round is over. */
export const myContests = ownView(contract.contests.mine, async ({ db, actor, now }) => {
  const { personId, place } = actor
  const rows = await contestsWhere(db, atOrAbove(place.path, quizContests.path)).limit(ownMost)
  const rounds = await roundsShown(db, rows, dayOf(now))
  const answers = rows.map(async ({ contest, organizationName }) => ({
    ...shownOf(contest, organizationName),
    rounds: await Promise.all(
      (rounds.get(contest.id) ?? []).map(async ({ quiz, shown }) => {
        const isPublic = contest.isRankingShown && shown.isOver
        // Everybody's papers are read only where everybody's places are shown.
        const places = await rankingOf(db, quiz, isPublic ? {} : { personId })
        return {
          ...shown,
          ranking: isPublic ? await placesOf(db, places.slice(0, shownPlaces)) : null,
          mine: places.find((one) => one.personId === personId)?.score ?? null,
        }
      }),
    ),
  }))
  return { rows: await Promise.all(answers) }
})
