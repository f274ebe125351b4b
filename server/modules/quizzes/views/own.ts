import { contract } from '@zhixing/contract'
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import { conflict, missing } from '../../../kernel/problem.ts'
import { atOrAbove } from '../../../kernel/reach.ts'
import { sentenceOf } from '../../../kernel/refuse.ts'
import { ownView } from '../../../kernel/view.ts'
import { organizations } from '../../organizations/table.ts'
import { chanceOf } from '../rules/judge.ts'
import { noteOf, resultOf } from '../steps/show.ts'
import { findAttempt } from '../store/quizzes.ts'
import type { Attempt, Quiz } from '../store/quizzes.ts'
import { quizAttempts, quizzes } from '../table.ts'

/** Every quiz that is laid where somebody stands, with what they made of it and what they may do now. */
export const mine = ownView(contract.quizzes.mine, async ({ db, actor, now }) => {
  const found = await db
    .select({ quiz: quizzes, organizationName: organizations.name })
    .from(quizzes)
    .innerJoin(organizations, eq(organizations.id, quizzes.organizationId))
    .where(and(isNull(quizzes.withdrawnAt), atOrAbove(actor.place.path, quizzes.path)))
    .orderBy(desc(quizzes.closesOn), desc(quizzes.at))
    .limit(100)
  const ids = found.map(({ quiz }) => quiz.id)
  const attempts =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(quizAttempts)
          .where(and(eq(quizAttempts.personId, actor.personId), inArray(quizAttempts.quizId, ids)))
          .orderBy(asc(quizAttempts.startedAt))
  const own = Map.groupBy(attempts, ({ quizId }) => quizId)
  const day = dayOf(now)
  return {
    rows: found.map(({ quiz, organizationName }) => ({
      ...formOf(quiz),
      organizationName,
      ...standingOf(quiz, own.get(quiz.id) ?? [], day),
    })),
  }
})

export function formOf(quiz: Quiz) {
  const { unitId, id, title, intro, kind, draws, minutes, passPercent } = quiz
  const { triesMax, retestDays, opensOn, closesOn } = quiz
  const rules = { minutes, passPercent, triesMax, retestDays, opensOn, closesOn }
  return {
    unitId,
    quizId: id,
    title,
    intro,
    kind,
    draws: [...draws],
    ...rules,
    questions: draws.reduce((sum, draw) => sum + draw.count, 0),
  }
}

function standingOf(quiz: Quiz, sittings: readonly Attempt[], day: string) {
  const firsts = sittings.filter((one) => one.phase === 'first' && one.submittedAt !== null)
  const best = firsts.toSorted((one, other) => (other.percent ?? 0) - (one.percent ?? 0))[0]
  const open = sittings.find(({ submittedAt }) => submittedAt === null)
  const chance = chanceOf(
    quiz,
    sittings.map(({ phase, isPassed, submittedAt }) => ({
      phase,
      isPassed,
      submittedOn: submittedAt ? dayOf(submittedAt) : null,
    })),
    day,
  )
  const noted = sittings.findLast(({ submittedAt }) => submittedAt !== null)
  const closed = quiz.kind === 'speech' ? sentenceOf(conflict('quizzes.speech')) : closedOf(chance)
  return {
    triesLeft: Math.max(0, quiz.triesMax - firsts.length),
    open: open ? { unitId: open.unitId, attemptId: open.id } : null,
    best: best
      ? {
          unitId: best.unitId,
          attemptId: best.id,
          percent: best.percent ?? 0,
          isPassed: best.isPassed ?? false,
        }
      : null,
    retest: retestOf(sittings, day),
    note: noted ? noteOf(sittings.findLast(({ note }) => note !== null) ?? noted) : null,
    closed: open ? '' : closed,
  }
}

function closedOf(chance: ReturnType<typeof chanceOf>): string {
  return 'reason' in chance ? sentenceOf(conflict(chance.reason, chance.words)) : ''
}

function retestOf(sittings: readonly Attempt[], day: string) {
  const from = sittings.find(({ retestOn }) => retestOn !== null)?.retestOn
  if (!from) return null
  const again = sittings.find((one) => one.phase === 'retest' && one.submittedAt !== null)
  return { from, isDue: day >= from && !again, percent: again?.percent ?? null }
}

export const result = ownView(contract.quizzes.result, async ({ db, actor, now }, key) => {
  const found = await findAttempt(db, key)
  if (found?.attempt.personId !== actor.personId) throw missing('quizzes.attempt')
  if (!found.attempt.submittedAt) throw conflict('quizzes.notSubmitted')
  return resultOf(found.attempt, found.quiz, now)
})
