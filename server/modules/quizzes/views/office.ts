import { contract } from '@zhixing/contract'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import { covers, inLineWith, reachOf, within } from '../../../kernel/reach.ts'
import type { Reach } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { narrowTo } from '../../organizations/index.ts'
import { organizations } from '../../organizations/table.ts'
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
