import { contract } from '@zhixing/contract'
import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, inLineWith, reachOf, within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
import { isRight } from '../rules/judge.ts'
import { retentionOf } from '../rules/retention.ts'
import { noteOf } from '../steps/show.ts'
import { findQuiz } from '../store/quizzes.ts'
import type { Attempt, Quiz } from '../store/quizzes.ts'
import { quizAttempts, quizzes } from '../table.ts'
import { formOf } from './own.ts'

export const list = view(
  contract.quizzes.list,
  async ({ db, actor, now, reach }, { organizationId, page, size }) => {
    const { organization, reach: below } = await narrowTo(db, reach, organizationId)
    const { path } = organization
    const chosen = and(isNull(quizzes.withdrawnAt), inLineWith(path, quizzes.path))
    const rows = await db
      .select({ quiz: quizzes, organizationName: organizations.name, ...counts(below) })
      .from(quizzes)
      .innerJoin(organizations, eq(organizations.id, quizzes.organizationId))
      .leftJoin(
        quizAttempts,
        and(eq(quizAttempts.unitId, quizzes.unitId), eq(quizAttempts.quizId, quizzes.id)),
      )
      .where(chosen)
      .groupBy(quizzes.unitId, quizzes.id, organizations.name)
      .orderBy(desc(quizzes.closesOn), desc(quizzes.at))
      .limit(size)
      .offset((page - 1) * size)
    const day = dayOf(now)
    return {
      day,
      rows: rows.map(({ quiz, ...more }) => ({
        ...formOf(quiz),
        ...more,
        isOpen: quiz.opensOn <= day && day <= quiz.closesOn,
      })),
      total: await db.$count(quizzes, chosen),
      mayKeep: covers(reachOf(actor.appointments, 'quizzes.keep'), path),
    }
  },
)

function counts(below: Reach) {
  const here = sql`${within(below, quizAttempts.personPath)} and ${quizAttempts.submittedAt} is not null`
  return {
    takers: sql<number>`(count(distinct ${quizAttempts.personId}) filter (where ${here}))::int`,
    passed: sql<number>`(count(distinct ${quizAttempts.personId}) filter (where ${here} and ${quizAttempts.isPassed} and ${quizAttempts.phase} = 'first'))::int`,
  }
}

/** Everybody's results below where one stands: what was known, what stayed, and what was hardest. */
export const results = view(
  contract.quizzes.results,
  async ({ db, actor, reach }, { organizationId, page, size, ...key }) => {
    const { organization, reach: below } = await narrowTo(db, reach, organizationId)
    const quiz = await findQuiz(db, key)
    const isHere = quiz && (covers(below, quiz.path) || covers([quiz.path], organization.path))
    if (!quiz || !isHere) throw missing('quizzes.unknown')
    const people = await peopleOf(db, quiz, below)
    const mayReview = reachOf(actor.appointments, 'quizzes.review')
    const groups = Map.groupBy(people, ({ organizationName }) => organizationName)
    return {
      title: quiz.title,
      retention: retentionOf(people),
      below: [...groups].map(([name, them]) => ({ name, ...retentionOf(them) })),
      hardest: hardestOf(people.map(({ best }) => best)),
      total: people.length,
      rows: people.slice((page - 1) * size, page * size).map((person) => ({
        unitId: person.best.unitId,
        attemptId: person.noted.id,
        name: person.best.personName,
        organizationName: person.organizationName,
        percent: person.percent,
        isPassed: person.isPassed,
        submittedAt: (person.best.submittedAt ?? person.best.startedAt).toISOString(),
        retestPercent: person.retestPercent,
        note: noteOf(person.noted),
        mayReview:
          person.best.personId !== actor.personId && covers(mayReview, person.best.personPath),
      })),
    }
  },
)

async function peopleOf(db: Reader, { unitId, id }: Quiz, below: Reach) {
  const rows = await db
    .select({ attempt: quizAttempts, organizationName: organizations.name })
    .from(quizAttempts)
    .innerJoin(organizations, eq(organizations.path, quizAttempts.personPath))
    .where(
      and(
        eq(quizAttempts.unitId, unitId),
        eq(quizAttempts.quizId, id),
        within(below, quizAttempts.personPath),
        isNotNull(quizAttempts.submittedAt),
      ),
    )
    .orderBy(asc(quizAttempts.personPath), asc(quizAttempts.startedAt))
  const byPerson = Map.groupBy(rows, ({ attempt }) => attempt.personId)
  return [...byPerson.values()].flatMap((own) => {
    const attempts = own.map(({ attempt }) => attempt)
    const best = bestOf(attempts)
    const noted = attempts.findLast(({ note }) => note !== null) ?? best
    if (!best || !noted) return []
    return {
      best,
      noted,
      organizationName: own[0]?.organizationName ?? '',
      percent: best.percent ?? 0,
      isPassed: best.isPassed ?? false,
      retestPercent: attempts.find(({ phase }) => phase === 'retest')?.percent ?? null,
    }
  })
}

function bestOf(attempts: readonly Attempt[]): Attempt | undefined {
  return attempts
    .filter(({ phase }) => phase === 'first')
    .toSorted((one, other) => (other.percent ?? 0) - (one.percent ?? 0))[0]
}

const shownHardest = 10

/** Which questions fewest of those who were asked knew. */
function hardestOf(attempts: readonly Attempt[]) {
  const tally = new Map<string, { text: string; asked: number; known: number }>()
  for (const { paper, answers } of attempts)
    paper.forEach(({ id, text, keys }, at) => {
      const seen = tally.get(id) ?? { text, asked: 0, known: 0 }
      const known = isRight(keys, answers[String(at + 1)] ?? []) ? 1 : 0
      tally.set(id, { text, asked: seen.asked + 1, known: seen.known + known })
    })
  return [...tally.values()]
    .map(({ text, asked, known }) => ({
      text,
      asked,
      knownPercent: Math.round((known / asked) * 100),
    }))
    .toSorted((one, other) => one.knownPercent - other.knownPercent)
    .slice(0, shownHardest)
}
