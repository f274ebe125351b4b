import { contract } from '@zhixing/contract'
import type { feedbackKinds } from '@zhixing/contract/class-words.ts'
import { and, asc, count, eq, inArray, sql } from 'drizzle-orm'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Reader } from '../../../kernel/db.ts'
import { missing } from '../../../kernel/problem.ts'
import { covers, reachOf } from '../../../kernel/reach.ts'
import { view } from '../../../kernel/view.ts'
import { shareFor } from '../../surveys/index.ts'
import { surveyInvitations, surveyResponses, surveys } from '../../surveys/table.ts'
import { findClass } from '../store/classes.ts'
import type { ClassKey } from '../store/classes.ts'

type Kind = keyof typeof feedbackKinds

const kinds: readonly Kind[] = ['class', 'workResult']

/** What was asked about a class, how many answered, and what it came to. */
export const showFeedback = view(
  contract.classFeedback.show,
  async ({ db, now, actor, reach }, key) => {
    const kept = (await findClass(db, reach, key))?.kept
    if (!kept) throw missing('classes.unknown')
    const rounds = await findRounds(db, key)
    const rows = await Promise.all(
      rounds.map(async ({ asked, answered, ...round }) => {
        const { unitId, kind } = round
        const share = (await shareFor(db, { unitId, kind, subject: subjectOf(key) }))?.share ?? null
        return { ...round, asked, answered, share: share === null ? null : Math.round(share) }
      }),
    )
    const mayKeep = covers(reachOf(actor.appointments, 'classes.keep'), kept.path)
    const has = (kind: string) => rounds.some((round) => round.kind === kind)
    const hasBegun = kept.announcedAt !== null && dayOf(now) >= kept.from
    return {
      rows,
      can: {
        ask: mayKeep && hasBegun && !has('class'),
        follow: mayKeep && kept.completedAt !== null && !has('workResult'),
      },
    }
  },
)

function subjectOf({ classId }: ClassKey): string {
  return `class:${classId}`
}

function about(key: ClassKey) {
  return and(
    eq(surveys.unitId, key.unitId),
    eq(surveys.subject, subjectOf(key)),
    inArray(surveys.kind, [...kinds]),
  )
}

const columns = {
  unitId: surveys.unitId,
  surveyId: surveys.id,
  kind: sql<Kind>`${surveys.kind}`,
  state: surveys.state,
  until: surveys.until,
}

async function findRounds(db: Reader, key: ClassKey) {
  const named = db
    .select({ surveyId: surveyResponses.surveyId, said: count().as('said') })
    .from(surveyResponses)
    .where(eq(surveyResponses.unitId, key.unitId))
    .groupBy(surveyResponses.surveyId)
    .as('named')
  const rows = await db
    .select({
      ...columns,
      isAnonymous: surveys.isAnonymous,
      asked: count(surveyInvitations.id),
      tickets: count(surveyInvitations.ticket),
      said: named.said,
    })
    .from(surveys)
    .leftJoin(
      surveyInvitations,
      and(eq(surveyInvitations.unitId, surveys.unitId), eq(surveyInvitations.surveyId, surveys.id)),
    )
    .leftJoin(named, eq(named.surveyId, surveys.id))
    .where(about(key))
    .groupBy(surveys.unitId, surveys.id, named.said)
    .orderBy(asc(surveys.at), asc(surveys.id))
  return rows.map(({ tickets, said, ...row }) => ({ ...row, answered: tickets + (said ?? 0) }))
}

/** What one learner is asked about a class, and whether they have said it. */
export async function findAsked(db: Reader, key: ClassKey, memberId: string) {
  const rows = await db
    .select({
      ...columns,
      title: surveys.title,
      ticket: surveyInvitations.ticket,
      response: surveyResponses.id,
    })
    .from(surveys)
    .innerJoin(
      surveyInvitations,
      and(
        eq(surveyInvitations.unitId, surveys.unitId),
        eq(surveyInvitations.surveyId, surveys.id),
        eq(surveyInvitations.memberId, memberId),
      ),
    )
    .leftJoin(
      surveyResponses,
      and(
        eq(surveyResponses.unitId, surveys.unitId),
        eq(surveyResponses.surveyId, surveys.id),
        eq(surveyResponses.memberId, memberId),
      ),
    )
    .where(about(key))
    .orderBy(asc(surveys.at), asc(surveys.id))
  return rows.map(({ unitId, surveyId, kind, title, until, state, ticket, response }) => ({
    unitId,
    surveyId,
    kind,
    title,
    until,
    isOpen: state === 'open',
    isAnswered: ticket !== null || response !== null,
  }))
}
