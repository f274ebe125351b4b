import type { Answers, Breakdown } from '@zhixing/contract'
import { and, eq, sql } from 'drizzle-orm'
import type { Reader } from '../../../kernel/db.ts'
import { surveyBallots, surveyInvitations, surveyResponses } from '../table.ts'
import type { Survey } from './surveys.ts'

export type Answered = { readonly group: string; readonly answers: Answers }

/** What was answered, each with its group: of an anonymous survey the one its ticket was signed for. */
export async function findAnswers(
  db: Reader,
  { unitId, id, isAnonymous }: Survey,
  by: Breakdown | null = null,
): Promise<Answered[]> {
  if (isAnonymous)
    return db
      .select({ group: surveyBallots.group, answers: surveyBallots.answers })
      .from(surveyBallots)
      .where(and(eq(surveyBallots.unitId, unitId), eq(surveyBallots.surveyId, id)))
  const column = by ? surveyInvitations[by] : surveyInvitations.group
  return db
    .select({ group: column, answers: surveyResponses.answers })
    .from(surveyResponses)
    .innerJoin(
      surveyInvitations,
      and(
        eq(surveyInvitations.unitId, surveyResponses.unitId),
        eq(surveyInvitations.surveyId, surveyResponses.surveyId),
        eq(surveyInvitations.memberUnitId, surveyResponses.memberUnitId),
        eq(surveyInvitations.memberId, surveyResponses.memberId),
      ),
    )
    .where(and(eq(surveyResponses.unitId, unitId), eq(surveyResponses.surveyId, id)))
}

/** How many of each group have answered, or, where that cannot be known, have taken their ticket. */
export async function countAnswered(
  db: Reader,
  { unitId, id }: Survey,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({
      group: surveyInvitations.group,
      people: sql<number>`(count(*) filter (where ${surveyInvitations.ticket} is not null
        or ${surveyResponses.id} is not null))::int`,
    })
    .from(surveyInvitations)
    .leftJoin(
      surveyResponses,
      and(
        eq(surveyResponses.unitId, surveyInvitations.unitId),
        eq(surveyResponses.surveyId, surveyInvitations.surveyId),
        eq(surveyResponses.memberUnitId, surveyInvitations.memberUnitId),
        eq(surveyResponses.memberId, surveyInvitations.memberId),
      ),
    )
    .where(and(eq(surveyInvitations.unitId, unitId), eq(surveyInvitations.surveyId, id)))
    .groupBy(surveyInvitations.group)
  return new Map(rows.map(({ group, people }) => [group, people]))
}
