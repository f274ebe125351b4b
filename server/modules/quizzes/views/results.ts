import { contract } from '@zhixing/contract'
import { and, asc, eq } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { oneOf } from '../../../kernel/many.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { isBranch, narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { retentionOf } from '../rules/retention.ts'
import { noteOf } from '../steps/show.ts'
import { findStandings, hardestIn } from '../store/results.ts'
import type { Standing } from '../store/results.ts'
import { findQuiz } from '../store/quizzes.ts'
import { quizAttempts } from '../table.ts'

/** Everybody's results below where one stands: what was known, what stayed, and what was hardest. */
export const results = view(
  contract.quizzes.results,
  async ({ db, actor, reach }, { organizationId, page, size, ...key }) => {
    const { organization, reach: below } = await narrowTo(db, reach, organizationId)
    const quiz = await findQuiz(db, key)
    const isHere = quiz && (covers(below, quiz.path) || covers([quiz.path], organization.path))
    if (!quiz || !isHere) throw missing('quizzes.unknown')
    const people = await findStandings(db, quiz, below)
    const shown = people.slice((page - 1) * size, page * size)
    const attempts = await attemptsOf(db, quiz.unitId, shown)
    const mayReview = reachOf(actor.appointments, 'quizzes.review')
    return {
      title: quiz.title,
      retention: retentionOf(people),
      below: isBranch(organization.kind) ? [] : await belowOf(db, organization.path, people),
      hardest: await hardestIn(db, quiz, below),
      total: people.length,
      rows: shown.flatMap(({ bestId, notedId, percent, isPassed, retestPercent }) => {
        const [best, noted] = [attempts.get(bestId), attempts.get(notedId)]
        if (!best || !noted) return []
        const { unitId, personId, personName: name, personPath, organizationName } = best
        return {
          unitId,
          attemptId: noted.id,
          name,
          organizationName,
          percent,
          isPassed,
          submittedAt: (best.submittedAt ?? best.startedAt).toISOString(),
          retestPercent,
          note: noteOf(noted),
          mayReview: personId !== actor.personId && covers(mayReview, personPath),
        }
      }),
    }
  },
)

async function attemptsOf(db: Reader, unitId: string, shown: readonly Standing[]) {
  const { id, personId, personName, personPath, startedAt, submittedAt } = quizAttempts
  const { note, applied, noteMark, noteComment } = quizAttempts
  const who = { id, unitId: quizAttempts.unitId, personId, personName, personPath }
  const rows = await db
    .select({
      ...who,
      startedAt,
      submittedAt,
      note,
      applied,
      noteMark,
      noteComment,
      organizationName: organizations.name,
    })
    .from(quizAttempts)
    .innerJoin(organizations, eq(organizations.path, personPath))
    .where(
      and(
        eq(quizAttempts.unitId, unitId),
        oneOf(
          id,
          shown.flatMap(({ bestId, notedId }) => [bestId, notedId]),
        ),
      ),
    )
  return new Map(rows.map((row) => [row.id, row]))
}

/** One line for each organization right below where one stands; who belongs to none of them stands in none. */
async function belowOf(db: Reader, path: string, people: readonly Standing[]) {
  const step = path.split('/').length - 1
  const byChild = Map.groupBy(people, ({ personPath }) => personPath.split('/')[step] ?? '')
  const children = await db
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(
      oneOf(
        organizations.id,
        [...byChild.keys()].filter((id) => id !== ''),
      ),
    )
    .orderBy(asc(organizations.nameKey), asc(organizations.id))
  return children.map(({ id, name }) => ({ name, ...retentionOf(byChild.get(id) ?? []) }))
}
